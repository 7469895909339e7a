import { oneLine, ownCopy, plainText } from "../text/plain-text.js";
import { OutputScanner } from "./output-scanner.js";
import { maxMessageLength, type Property, type TestResult, type TestStatus } from "./test-result.js";

/** The value of an attribute of an element. */
export type Attribute = (name: string) => string | undefined;

/** Maximum length of a name; no tool writes a longer one. */
const maxNameLength = 2_000;

const notRun = new Set(["notrun", "skipped", "disabled", "ignored", "suppressed"]);
const failed = new Set(["failed", "failure", "fail", "error"]);

/** A `testcase` element that is not closed yet. */
export class JunitTest {
  readonly #attribute: Attribute;
  readonly #suiteFile: string;
  readonly #properties: Property[] = [];
  readonly #output = new OutputScanner();
  #status: TestStatus;
  #wasRetried = false;
  #message = "";
  /** The part of the test that the text of the open child element belongs to. */
  #textTarget: "message" | "output" | "property" | undefined;

  constructor(attribute: Attribute, suiteFile: string) {
    this.#attribute = attribute;
    this.#suiteFile = suiteFile;
    // gtest 1.10 writes `status="run" result="skipped"`.
    const words = [attribute("status"), attribute("result")].map((word = "") => word.toLowerCase());
    if (words.some((word) => failed.has(word))) this.#status = "failed";
    else this.#status = words.some((word) => notRun.has(word)) ? "skipped" : "passed";
  }

  openChild(name: string, attribute: Attribute): void {
    this.#textTarget = undefined;
    switch (name) {
      case "failure":
      case "error":
        this.#status = "failed";
        this.#message = "";
        this.#addMessage(attribute("message") ?? attribute("type") ?? "", "\n");
        this.#textTarget = "message";
        break;
      case "skipped":
        if (this.#status !== "failed") this.#status = "skipped";
        this.#addMessage(attribute("message") ?? "");
        this.#textTarget = "message";
        break;
      case "flakyFailure":
      case "flakyError":
      case "rerunFailure":
      case "rerunError":
        this.#wasRetried = true;
        break;
      case "property":
        this.#properties.push({ name: attribute("name") ?? "", value: attribute("value") ?? "" });
        if (attribute("value") === undefined) this.#textTarget = "property";
        break;
      case "system-out":
      case "system-err":
        this.#textTarget = "output";
        break;
    }
  }

  addText(text: string): void {
    if (this.#textTarget === "output") this.#output.write(text);
    else if (this.#textTarget === "message") this.#addMessage(text);
    else if (this.#textTarget === "property") {
      const { name = "", value = "" } = this.#properties.pop() ?? {};
      this.#properties.push({ name, value: value + text });
    }
  }

  closeChild(): void {
    if (this.#textTarget === "output") this.#output.end();
    this.#textTarget = undefined;
  }

  /** Returns the test once its element is closed. */
  result(report: string): TestResult {
    const message = ownCopy(plainText(this.#message).trim());
    const durationMs = milliseconds(this.#attribute("time"));
    return {
      report,
      file: this.#text("file") ?? this.#suiteFile,
      className: this.#text("classname") ?? "",
      name: this.#text("name") ?? "",
      status: this.#status,
      // Surefire also writes reruns for a test that never passed, next to its failure.
      flaky: this.#wasRetried && this.#status === "passed",
      ...(message && { message }),
      ...(durationMs !== undefined && { durationMs }),
      properties: mapped(this.#properties, plainProperty),
      outputProperties: mapped(this.#output.properties, plainProperty),
      attachments: mapped(this.#output.attachments, ownCopy),
    };
  }

  #text(name: string): string | undefined {
    const value = this.#attribute(name);
    return value === undefined ? undefined : ownCopy(oneLine(value).slice(0, maxNameLength));
  }

  #addMessage(text: string, separator = ""): void {
    if (this.#message.length >= maxMessageLength) return;
    this.#message = (this.#message + text + (text && separator)).slice(0, maxMessageLength);
  }
}

const none: readonly never[] = [];

/** Maps a list. All empty results share one list to save memory. */
function mapped<Item, Result>(items: readonly Item[], map: (item: Item) => Result): readonly Result[] {
  return items.length === 0 ? none : items.map(map);
}

function plainProperty({ name, value }: Property): Property {
  return { name: ownCopy(oneLine(name)), value: ownCopy(oneLine(value).slice(0, maxNameLength)) };
}

/** Converts JUnit's seconds, which some tools write as `1,234.5` (thousands) and some as `0,123` (decimal comma). */
function milliseconds(time: string | undefined): number | undefined {
  if (!time) return undefined;
  const seconds = Number(time.includes(".") ? time.replaceAll(",", "") : time.replace(",", "."));
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : undefined;
}
