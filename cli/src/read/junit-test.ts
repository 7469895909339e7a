import { cut, ownCopy, plainText } from "../text/plain-text.js";
import {
  maxMessageLength,
  nameOf,
  propertyOf,
  type TestResult,
  type TestStatus,
  testStatuses,
  worstOf,
} from "./test-result.js";

/** An element, with the text directly inside it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  text: string;
}

/** Words of the attributes `status` and `result`, without spaces, dashes and underscores. */
const words: Readonly<Record<TestStatus, readonly string[]>> = {
  passed: ["", "passed", "pass", "success", "successful", "succeeded", "ok", "run", "completed", "executed"],
  skipped: ["skipped", "skip", "notrun", "disabled", "ignored", "suppressed", "pending", "todo", "untested"],
  blocked: ["blocked"],
  failed: ["failed", "failure", "fail", "error", "errored", "broken", "crashed", "timeout", "timedout", "aborted"],
};
const statusOfWord = new Map(
  testStatuses.flatMap((status) => words[status].map((word): [string, TestStatus] => [word, status])),
);

const marker = /\[\[(PROPERTY|ATTACHMENT)\|([^\]\r\n]{1,1000})\]\]/g;
const maxMarkerLength = 1_024;

/**
 * Returns the test of a `testcase` element.
 *
 * @param parts every element inside it, however deep, in the order in which they end
 */
export function testOf(
  { attributes }: XmlElement,
  parts: readonly XmlElement[],
  { report, file }: Pick<TestResult, "report" | "file">,
): TestResult {
  const named = (...names: string[]) => parts.filter(({ name }) => names.includes(name));
  const failure = named("failure", "error").at(-1);
  // PHPUnit's, for example for a class without tests.
  const warning = named("warning").at(-1);
  const skipped = named("skipped").at(-1);
  const stated = statusOf(attributes);
  const status = failure ? "failed" : warning ? "blocked" : skipped ? "skipped" : stated.status;
  const reason = reasonIn(failure ?? warning ?? skipped) || (status === "blocked" ? stated.reason : "");
  const message = ownCopy(plainText(reason).trim());
  const { file: ownFile, classname = "", name = "", time } = attributes;
  const durationMs = milliseconds(time);
  const markers = named("system-out", "system-err").flatMap(({ text }) => Array.from(text.matchAll(marker)));
  const contents = (wanted: string) => markers.flatMap(([, kind, content = ""]) => (kind === wanted ? [content] : []));
  return {
    report,
    file: ownFile === undefined ? file : nameOf(ownFile),
    className: nameOf(classname),
    name: nameOf(name),
    status,
    flaky: status === "passed" && rerunsIn(parts).length > 0,
    ...(message && { message }),
    ...(durationMs !== undefined && { durationMs }),
    properties: listOf(
      named("property").map(({ attributes: { name = "", value }, text }) => propertyOf(name, value ?? text)),
    ),
    outputProperties: listOf(
      contents("PROPERTY").flatMap((content) => {
        const equals = content.indexOf("=");
        return equals < 1 ? [] : [propertyOf(content.slice(0, equals).trim(), content.slice(equals + 1).trim())];
      }),
    ),
    attachments: listOf(contents("ATTACHMENT").map((path) => ownCopy(path.trim()))),
  };
}

/** Returns the attempts of a test that Surefire writes inside it. Those of a test that never passed follow its failure. */
export function rerunsIn(parts: readonly XmlElement[]): XmlElement[] {
  return parts.filter(({ name }) => /^(?:flaky|rerun)(?:Failure|Error)$/.test(name));
}

/**
 * Adds a piece to what is kept of an output: each marker, and its end, where the next piece may complete a marker. Up to
 * the last marker, it was searched already.
 */
export function withoutNoise(kept: string, piece: string): string {
  const last = kept.lastIndexOf("]]");
  const searched = last < 0 ? 0 : last + 2;
  const output = kept.slice(searched) + piece;
  const markers = output.includes("[[") ? (output.match(marker) ?? []) : [];
  const rest = output.slice(output.lastIndexOf("]]") + 1).slice(-maxMarkerLength);
  return kept.slice(0, searched) + ownCopy([...markers, rest].join("\n"));
}

/** Returns the worst status that the attributes state. A word that is not known never means that the test passed. */
function statusOf({ status = "", result = "" }: XmlElement["attributes"]): { status: TestStatus; reason: string } {
  // gtest 1.10 writes `status="run" result="skipped"`.
  const stated = [status, result].map((word) => ({
    word,
    known: statusOfWord.get(word.toLowerCase().replace(/[\s_-]/g, "")),
  }));
  const unknown = stated.find(({ known }) => known === undefined);
  return {
    status: worstOf(stated.map(({ known }) => known ?? "blocked")),
    reason: unknown ? `unknown status ${cut(unknown.word, 100)}` : "",
  };
}

function reasonIn(element: XmlElement | undefined): string {
  if (!element) return "";
  const { message, type = "" } = element.attributes;
  const first = message ?? (element.name === "skipped" ? "" : type);
  return cut([first, element.text].filter(Boolean).join("\n"), maxMessageLength);
}

const none: readonly never[] = [];

/** All empty lists share one, to save memory. */
const listOf = <Item>(items: readonly Item[]): readonly Item[] => (items.length === 0 ? none : items);

/** Converts JUnit's seconds, which some tools write as `1,234.5` (thousands) and some as `0,123` (decimal comma). */
function milliseconds(time: string | undefined): number | undefined {
  if (!time) return undefined;
  const seconds = Number(time.includes(".") ? time.replaceAll(",", "") : time.replace(",", "."));
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : undefined;
}
