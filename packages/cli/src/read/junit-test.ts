import { OutputScanner } from "./output-scanner.js";
import { maxMessageLength, type Property, type TestResult, type TestStatus } from "./test-result.js";

/** The value of an attribute of an element. */
export type Attribute = (name: string) => string | undefined;

const notRun = new Set(["notrun", "skipped", "disabled", "ignored"]);

/** A `testcase` element that is not closed yet. */
export class JunitTest {
  readonly #attribute: Attribute;
  readonly #suiteFile: string;
  readonly #properties: Property[] = [];
  readonly #output = new OutputScanner();
  #status: TestStatus;
  #wasRetried = false;
  #message = "";
  /** Where the text of the open child element belongs. */
  #textTarget: "message" | "output" | "property" | undefined;

  constructor(attribute: Attribute, suiteFile: string) {
    this.#attribute = attribute;
    this.#suiteFile = suiteFile;
    this.#status = notRun.has(attribute("status") ?? attribute("result") ?? "") ? "skipped" : "passed";
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

  /** The test, once its element is closed. */
  result(report: string): TestResult {
    const message = this.#message.trim();
    const durationMs = milliseconds(this.#attribute("time"));
    return {
      report,
      file: this.#attribute("file") ?? this.#suiteFile,
      className: this.#attribute("classname") ?? "",
      name: this.#attribute("name") ?? "",
      status: this.#status,
      // Surefire writes reruns beside the failure of a test that never passed.
      flaky: this.#wasRetried && this.#status === "passed",
      ...(message && { message }),
      ...(durationMs !== undefined && { durationMs }),
      properties: this.#properties,
      outputProperties: this.#output.properties,
      attachments: this.#output.attachments,
    };
  }

  #addMessage(text: string, separator = ""): void {
    if (this.#message.length >= maxMessageLength) return;
    this.#message = (this.#message + text + (text && separator)).slice(0, maxMessageLength);
  }
}

/** Seconds as JUnit writes them, some tools with a thousands separator. */
function milliseconds(time: string | undefined): number | undefined {
  if (!time) return undefined;
  const seconds = Number(time.replaceAll(",", ""));
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined;
}
