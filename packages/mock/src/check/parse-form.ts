import { Rejection } from "../http/response.js";

export interface FormEntry {
  name: string;
  /** The file's name as it was sent; `undefined` for a text. */
  fileName: string | undefined;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The maximum length of a part's headers. */
const maxHeadLength = 16_384;

/**
 * Splits a body into the parts of a form. Not with `Response.formData()`, which rejects white space after a boundary
 * (RFC 2046, section 5.1.1) and escaped quotes in file names, which curl sends. Rejects what is not a form with 400.
 */
export function parseForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): FormEntry[] {
  const boundary = parametersOf(contentType).get("boundary");
  const invalid = (problem: string) => new Rejection(400, `The body is not a valid form: ${problem}.`);
  if (!boundary) throw invalid(`Content-Type has no boundary, got ${contentType}`);
  const delimiter = `--${boundary}`;
  // One character per byte, so that positions are those of the bytes.
  const text = new TextDecoder("latin1").decode(bytes);
  const entries: FormEntry[] = [];
  let at = text.startsWith(delimiter) ? 0 : text.indexOf(`\r\n${delimiter}`) + 2;
  if (at === 1) throw invalid(`it does not contain the boundary ${boundary}`);
  for (;;) {
    at += delimiter.length;
    if (text.startsWith("--", at)) return entries;
    while (text[at] === " " || text[at] === "\t") at++;
    const headEnd = text.indexOf("\r\n\r\n", at);
    const end = text.indexOf(`\r\n${delimiter}`, headEnd + 4);
    if (!text.startsWith("\r\n", at) || headEnd === -1 || end === -1) throw invalid("it ends within a part");
    if (headEnd - at > maxHeadLength) throw invalid(`the headers of a part exceed ${maxHeadLength} bytes`);
    const headers = headersOf(new TextDecoder().decode(bytes.subarray(at, headEnd)));
    const disposition = parametersOf(headers.get("content-disposition") ?? "");
    const name = disposition.get("name");
    if (name === undefined) throw invalid("a part has no name");
    entries.push({
      name,
      fileName: disposition.get("filename*") ?? disposition.get("filename"),
      mediaType: headers.get("content-type") ?? "",
      bytes: bytes.slice(headEnd + 4, end),
    });
    at = end + 2;
  }
}

function headersOf(head: string): Map<string, string> {
  const lines = head.split("\r\n").map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return new Map(lines);
}

/** Returns the parameters of a header such as `form-data; name="junit_xml"; filename="a \"b\".xml"`. */
function parametersOf(header: string): Map<string, string> {
  const matches = header.matchAll(/;\s*([\w*]+)=(?:"((?:\\.|[^"\\])*)"|([^;]*))/g);
  return new Map(
    [...matches].map(([, name = "", quoted, plain = ""]) => [name.toLowerCase(), read(name, quoted, plain)]),
  );
}

function read(name: string, quoted: string | undefined, plain: string): string {
  // Browsers send a quote and the ends of lines as escapes of URLs.
  if (quoted !== undefined) return quoted.replace(/\\(["\\])/g, "$1").replace(/%(?:22|0D|0A)/g, decodeURIComponent);
  return name.endsWith("*") ? decodeName(plain) : plain.trim();
}

/** Decodes `UTF-8''na%C3%AFve.xml` (RFC 8187). */
function decodeName(text: string): string {
  const [, encoded = text] = /^utf-8'[^']*'(.*)/i.exec(text) ?? [];
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
