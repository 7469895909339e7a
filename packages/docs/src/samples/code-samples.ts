import { type HarRequest, HTTPSnippet } from "@readme/httpsnippet";
import type { Operation, Spec } from "@testsigma-tms/codegen";
import { clientSample } from "./client-sample.ts";
import { type FormPart, type SampleBody, type SampleRequest, sampleBodies, sampleRequest } from "./sample-request.ts";

export interface CodeSample {
  /** The name of the language for a highlighter. */
  lang: "bash" | "typescript" | "javascript" | "python";
  label: string;
  source: string;
}

/** The placeholder for the reader's key in samples. */
export const keyPlaceholder = "<API_KEY>";

/**
 * Returns samples of an operation with a body, for curl, the TypeScript client, fetch and Python, in the order of the
 * tabs.
 */
export function codeSamples(spec: Spec, operation: Operation, body?: SampleBody): CodeSample[] {
  const request = sampleRequest(spec, operation, body);
  // The client's method chooses the media type itself, and always the same one.
  const isClientBody = body === undefined || body.content === sampleBodies(operation)[0]?.content;
  const client = { lang: "typescript", label: "TypeScript" } as const;
  return [
    { lang: "bash", label: "curl", source: curl(request) },
    ...(isClientBody ? [{ ...client, source: clientSample(operation.id, request) }] : []),
    { lang: "javascript", label: "fetch", source: javaScript(request, hasResponseBody(operation)) },
    { lang: "python", label: "Python", source: snippet(request, "python", "requests") },
  ];
}

function curl(request: SampleRequest): string {
  return (
    snippet(request, "shell", "curl")
      // Without this option, curl prints an error body and exits with 0.
      .replace("curl ", "curl --fail-with-body ")
      // Readers' windows break the line before the long address anyway.
      .replace(" \\\n  --url", " --url")
      // An unquoted heredoc would let the shell expand `$` within the body.
      .replace("<<EOF\n", "<<'EOF'\n")
      // curl sets the media type of a form, with its boundary.
      .replace("  --header 'content-type: multipart/form-data' \\\n", "")
  );
}

/** Tells whether a success has a body. A 204 never has one, whatever the documentation shows. */
function hasResponseBody({ responses }: Operation): boolean {
  const success = responses.find(({ isSuccess }) => isSuccess);
  return success?.status !== "204" && success?.content.length !== 0;
}

function javaScript(request: SampleRequest, hasBody: boolean): string {
  const files = (request.parts ?? []).filter((part) => "file" in part);
  const snippetOfJson = snippet(request, "javascript", "fetch");
  // An empty body is not JSON.
  const source = hasBody ? snippetOfJson : snippetOfJson.replace("res.json()", "res.status");
  if (files.length === 0) return source;
  // httpsnippet sends the name of the file instead of its content.
  const withFiles = files.reduce(
    (code, { name, file }) =>
      code.replace(
        `form.append('${name}', '${file}');`,
        `form.append('${name}', new File([await readFile('${file}')], '${file}'));`,
      ),
    source,
  );
  return `import { readFile } from 'node:fs/promises';\n\n${withFiles}`;
}

function snippet(request: SampleRequest, target: "shell" | "javascript" | "python", by: string): string {
  const { method, url, headers, mediaType, parts } = request;
  const har = {
    method,
    url,
    httpVersion: "HTTP/1.1",
    headers: [
      { name: "Authorization", value: `Bearer ${keyPlaceholder}` },
      ...Object.entries(headers).map(([name, value]) => ({ name, value: String(value) })),
      // The media type of a form includes the boundary; the sender writes both.
      ...(mediaType && !parts ? [{ name: "Content-Type", value: mediaType }] : []),
    ],
    queryString: [],
    cookies: [],
    headersSize: -1,
    bodySize: -1,
    ...(mediaType && { postData: postData(request, mediaType, target) }),
  };
  // The types of httpsnippet require `postData`, which a request without a body does not have.
  const [source] = new HTTPSnippet(har as HarRequest).convert(target, by);
  if (!source) throw new Error(`httpsnippet does not know ${by} for ${target}.`);
  return source;
}

function postData({ body, parts }: SampleRequest, mimeType: string, target: string) {
  if (parts) return { mimeType, params: parts.map((part) => paramOf(part, target)) };
  const escaped = target === "shell" ? body : escapeStrings(body, target);
  return { mimeType, text: typeof escaped === "string" ? escaped : JSON.stringify(escaped) };
}

function paramOf(part: FormPart, target: string) {
  if ("file" in part) return { name: part.name, fileName: part.file, contentType: part.type };
  const { name, value } = part;
  if (target === "shell") return { name, value };
  const escaped = String(escapeStrings(value, target));
  // httpsnippet escapes the quotes of a form in Python, but not in JavaScript.
  return { name, value: target === "python" ? escaped : escaped.replaceAll("'", "\\'").replaceAll("\n", "\\n") };
}

/**
 * Escapes strings where httpsnippet 11.4 does not: in JavaScript and Python it escapes quotes but no backslashes, and
 * line breaks in JavaScript only.
 */
function escapeStrings(value: unknown, target: string): unknown {
  if (typeof value === "string") {
    const escaped = value.replaceAll("\\", "\\\\");
    return target === "python" ? escaped.replaceAll("\r", "\\r").replaceAll("\n", "\\n") : escaped;
  }
  if (Array.isArray(value)) return value.map((each) => escapeStrings(each, target));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, escapeStrings(each, target)]));
}
