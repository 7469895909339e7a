import { constants } from "node:buffer";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { ReportError } from "../errors.js";
import { decodeReport } from "./decode-report.js";
import { JunitParser, type ParseOptions } from "./junit-parser.js";
import { parseCtrf } from "./parse-ctrf.js";
import type { TestResult } from "./test-result.js";

/** The folder of the reports, and the treatment of what is in them. */
export interface ReadReportsOptions extends ParseOptions {
  /** @default the working directory */
  readonly cwd?: string;
  /** The file that contains the report of standard input, which is named `-`. */
  readonly inputFile?: string | undefined;
}

/**
 * Reads the tests of JUnit XML and CTRF reports, one after the other. XML is streamed, so that memory does not grow
 * with the file.
 *
 * @throws {ReportError} for a report that is broken or of another format, naming file, line and what was found
 */
export async function* readReports(
  reports: readonly string[],
  { cwd = process.cwd(), inputFile, ...options }: ReadReportsOptions = {},
): AsyncGenerator<TestResult> {
  for (const report of reports) {
    yield* readReport(report, report === "-" && inputFile ? inputFile : resolve(cwd, report), options);
  }
}

async function* readReport(report: string, file: string, options: ParseOptions): AsyncGenerator<TestResult> {
  let start = "";
  let xml: JunitParser | undefined;
  let json: string[] | undefined;
  for await (const text of decodeReport(report, file)) {
    if (xml) {
      yield* xml.write(text);
    } else if (json) {
      json.push(text);
    } else {
      start = (start + text).trimStart();
      if (start.startsWith("<")) {
        xml = new JunitParser(report, options);
        yield* xml.write(start);
      } else if (start.startsWith("{")) {
        if ((await stat(file)).size > constants.MAX_STRING_LENGTH) {
          throw new ReportError("JSON of more than 512 MB cannot be read", { file: report });
        }
        json = [start];
      } else if (start) {
        throw unknownFormat(report, start);
      }
    }
  }
  if (xml) xml.end();
  else if (json) yield* parseCtrf(report, json.join(""), options);
  else throw new ReportError("expected JUnit XML or CTRF JSON, got an empty file", { file: report });
}

function unknownFormat(report: string, start: string): ReportError {
  const found = JSON.stringify(start.slice(0, 20));
  return new ReportError(`expected JUnit XML or CTRF JSON, got ${found}`, { file: report, line: 1 });
}
