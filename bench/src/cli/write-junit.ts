import { once } from "node:events";
import { createWriteStream } from "node:fs";

const manyTests = 50_000;

/** Writes a report: one test per test case or, if a size is given, 50,000 tests whose output adds up to that size. */
export async function writeJunit(
  file: string,
  { cases, megabytes, attachments = [] }: { cases: number; megabytes?: number; attachments?: readonly string[] },
): Promise<void> {
  const tests = megabytes === undefined ? cases : manyTests;
  const noise = "lorem ipsum ".repeat(Math.floor(((megabytes ?? 0) * 1024 * 1024) / tests / 12));
  const marks = attachments.map((path) => `[[ATTACHMENT|${path}]]\n`).join("");
  const failure = attachments.length > 0 ? "<failure/>" : "";
  const output = createWriteStream(file);
  output.write('<?xml version="1.0"?>\n<testsuites><testsuite name="bench">\n');
  for (let number = 0; number < tests; number++) {
    const name = `DEMO-${1 + (number % cases)} #${number}`;
    const test = `<testcase classname="bench" name="${name}" time="0.01">${failure}<system-out>${noise}${marks}</system-out></testcase>\n`;
    if (!output.write(test)) await once(output, "drain");
  }
  await new Promise<void>((resolve) => output.end("</testsuite></testsuites>\n", () => resolve()));
}
