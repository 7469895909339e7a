import { oneLine, ownCopy, plainText } from "../text/plain-text.js";
import { maxMessageLength, type Property, type TestResult, type TestStatus } from "./test-result.js";

/** An element of a report, with the text that stands in it. */
export interface JunitElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  text: string;
}

/** Maximum length of a name; no tool writes a longer one. */
const maxNameLength = 2_000;

const notRun = new Set(["notrun", "skipped", "disabled", "ignored", "suppressed"]);
const failed = new Set(["failed", "failure", "fail", "error"]);
const marker = /\[\[(PROPERTY|ATTACHMENT)\|([^\]\r\n]{1,1000})\]\]/g;

/**
 * Returns the test of a `testcase` element.
 *
 * @param parts every element inside it, however deep, in the order in which they end
 */
export function testOf(
  { attributes }: JunitElement,
  parts: readonly JunitElement[],
  { report, file }: Pick<TestResult, "report" | "file">,
): TestResult {
  const named = (...names: string[]) => parts.filter(({ name }) => names.includes(name));
  const failure = named("failure", "error").at(-1);
  const skipped = named("skipped").at(-1);
  const status = failure ? "failed" : skipped ? "skipped" : statusOf(attributes);
  const message = ownCopy(plainText(messageOf(failure ?? skipped)).trim());
  const durationMs = milliseconds(attributes.time);
  const text = (name: string) => ownCopy(oneLine(attributes[name] ?? "").slice(0, maxNameLength));
  const markers = named("system-out", "system-err").flatMap((output) => markersIn(output.text));
  return {
    report,
    file: attributes.file === undefined ? file : text("file"),
    className: text("classname"),
    name: text("name"),
    status,
    // Surefire also writes reruns for a test that never passed, next to its failure.
    flaky: status === "passed" && named("flakyFailure", "flakyError", "rerunFailure", "rerunError").length > 0,
    ...(message && { message }),
    ...(durationMs !== undefined && { durationMs }),
    properties: orNone(
      named("property").map(({ attributes: { name = "", value }, text }) => property(name, value ?? text)),
    ),
    outputProperties: orNone(
      markers.flatMap(({ kind, content }) => {
        const equals = content.indexOf("=");
        if (kind !== "PROPERTY" || equals < 1) return [];
        return [property(content.slice(0, equals).trim(), content.slice(equals + 1).trim())];
      }),
    ),
    attachments: orNone(
      markers.flatMap(({ kind, content }) => (kind === "ATTACHMENT" ? [ownCopy(content.trim())] : [])),
    ),
  };
}

function statusOf({ status = "", result = "" }: JunitElement["attributes"]): TestStatus {
  // gtest 1.10 writes `status="run" result="skipped"`.
  const words = [status.toLowerCase(), result.toLowerCase()];
  if (words.some((word) => failed.has(word))) return "failed";
  return words.some((word) => notRun.has(word)) ? "skipped" : "passed";
}

function messageOf(element: JunitElement | undefined): string {
  if (!element) return "";
  const { message, type = "" } = element.attributes;
  const first = message ?? (element.name === "skipped" ? "" : type);
  return [first, element.text].filter(Boolean).join("\n").slice(0, maxMessageLength);
}

/** Returns each `[[PROPERTY|name=value]]` and `[[ATTACHMENT|path]]` in the output of a test. */
function markersIn(output: string) {
  if (!output.includes("[[")) return [];
  return Array.from(output.matchAll(marker), ([, kind, content = ""]) => ({ kind, content }));
}

const none: readonly never[] = [];

/** All empty lists share one, to save memory. */
const orNone = <Item>(items: readonly Item[]): readonly Item[] => (items.length === 0 ? none : items);

function property(name: string, value: string): Property {
  return { name: ownCopy(oneLine(name)), value: ownCopy(oneLine(value).slice(0, maxNameLength)) };
}

/** Converts JUnit's seconds, which some tools write as `1,234.5` (thousands) and some as `0,123` (decimal comma). */
function milliseconds(time: string | undefined): number | undefined {
  if (!time) return undefined;
  const seconds = Number(time.includes(".") ? time.replaceAll(",", "") : time.replace(",", "."));
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : undefined;
}
