import { createReadStream } from "node:fs";
import { messageOf, ReportError } from "../errors.js";

const chunkBytes = 64 * 1024;

/**
 * Reads a file as text, piece by piece, in the encoding that its byte order mark or XML declaration names. Bytes that
 * are not valid in it, such as output of a test, become U+FFFD.
 *
 * @param report named in errors
 * @throws {ReportError} for a file that cannot be read, or an unknown encoding
 */
export async function* decodeReport(report: string, file: string): AsyncGenerator<string> {
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
