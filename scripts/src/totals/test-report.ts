import { readFile } from "node:fs/promises";
import { stripVTControlCharacters } from "node:util";

export interface Failure {
  /** Full name of a failed test, or the reason why the task failed without one. */
  name: string;
  /** The error, or the output of the task. */
  cause: string[];
}

/** The part of Vitest's JSON report that is read here. */
export interface TestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
}

/** The number of lines of an error that are repeated. */
const linesOfError = 8;

/** Reads a package's test report; resolves to `undefined` if there is none. */
export async function readReport(path: string): Promise<TestReport | undefined> {
  // A runner that was killed can leave no report or only half of one.
  return readFile(path, "utf8")
    .then(JSON.parse)
    .catch(() => undefined);
}

/** Returns the failed tests of a report, and the files whose tests could not be collected. */
export function failuresOf({ testResults }: TestReport, root: string): Failure[] {
  return testResults.flatMap(({ name, status, message = "", assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && status === "failed") {
      return [{ name: name.replace(root, ""), cause: firstLines(message, root) }];
    }
    return failed.map(({ fullName, failureMessages: [first = ""] = [] }) => ({
      name: fullName,
      cause: firstLines(first, root),
    }));
  });
}

/** Returns the message and the place in our code, without the rest of the stack, which is in libraries. */
function firstLines(error: string, root: string): string[] {
  const lines = stripVTControlCharacters(error).replaceAll(`file://${root}`, "").replaceAll(root, "").split("\n");
  const isFrame = (line: string) => /^\s+at /.test(line);
  const place = lines.find((line) => isFrame(line) && !line.includes("node_modules"));
  const message = lines.filter((line) => line.trim() !== "" && !isFrame(line)).slice(0, linesOfError);
  return place ? [...message, place.trim()] : message;
}
