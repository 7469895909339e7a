import { constants } from "node:buffer";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { messageOf, ReportError } from "../errors.js";
import { cut } from "../text/plain-text.js";
import { JunitParser, type ParseOptions } from "./junit-parser.js";
import { parseCtrf } from "./parse-ctrf.js";
import type { TestResult } from "./test-result.js";

const chunkBytes = 64 * 1024;

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
  const found = JSON.stringify(cut(start, 20));
  return new ReportError(`expected JUnit XML or CTRF JSON, got ${found}`, { file: report, line: 1 });
}

/**
 * Reads a file as text, piece by piece, in the encoding that its byte order mark or XML declaration names. Bytes that
 * are not valid in it, such as output of a test, become U+FFFD.
 *
 * @param report named in errors
 * @throws {ReportError} for a file that cannot be read, or an unknown encoding
 */
async function* decodeReport(report: string, file: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(encodingOf(chunk));
      yield decoder.decode(chunk, { stream: true });
    }
    if (decoder) yield decoder.decode();
  } catch (cause) {
    // Errors of the consumer do not get here: a generator sees only its own failures.
    throw new ReportError(`cannot be read: ${messageOf(cause)}`, { file: report, cause });
  }
}

function encodingOf(start: Buffer): string {
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0x3c && start[1] === 0)) return "utf-16le";
  if ((start[0] === 0xfe && start[1] === 0xff) || (start[0] === 0 && start[1] === 0x3c)) return "utf-16be";
  const declaration = start.toString("latin1", 0, 200);
  const [, declared] = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*?encoding=["']([\w.:-]+)["']/.exec(declaration) ?? [];
  // .NET declares the encoding of its strings, UTF-16, in files of UTF-8. The declaration itself is not in UTF-16.
  return declared && !/^utf-?16/i.test(declared) ? declared : "utf-8";
}
