import { type HarRequest, HTTPSnippet } from "@readme/httpsnippet";
import { clientSample } from "./client-sample.ts";
import type { CodeSample, DocumentedOperation, OpenApiDocument } from "./openapi.ts";
import { observedServer, type SampleRequest, sampleRequest } from "./sample-request.ts";

const keyPlaceholder = "<API_KEY>";

/** The operation in curl, JavaScript, Python and TypeScript, in the order of the tabs. */
export function codeSamples(document: OpenApiDocument, operation: DocumentedOperation): CodeSample[] {
  const request = sampleRequest(document, operation);
  return [
    { lang: "bash", label: "curl", source: curl(request) },
    { lang: "javascript", label: "JavaScript", source: snippet(request, "javascript", "fetch") },
    { lang: "python", label: "Python", source: snippet(request, "python", "requests") },
    {
      lang: "typescript",
      label: "TypeScript",
      source: clientSample(operation.operation.operationId, request, observedServer(document)),
    },
  ];
}

/** One line that sends the curl sample to the mock, which takes any key. */
export function mockLine(document: OpenApiDocument, operation: DocumentedOperation, mock: string): string {
  const request = sampleRequest(document, operation, mock);
  return curl(request)
    .replace(/<<'EOF'\n[\s\S]*\nEOF$|'\n[\s\S]*\n'$/, () => quote(JSON.stringify(request.body)))
    .replace("@- ", "")
    .replaceAll(" \\\n  ", " ")
    .replace(keyPlaceholder, "any-key");
}

function curl(request: SampleRequest): string {
  return (
    snippet(request, "shell", "curl")
      // Without it curl prints an error body and exits 0.
      .replace("curl ", "curl --fail-with-body ")
      // An unquoted heredoc would let the shell expand `$` within the body.
      .replace("<<EOF\n", "<<'EOF'\n")
  );
}

function snippet({ method, url, headers, body }: SampleRequest, target: "shell" | "javascript" | "python", by: string) {
  const har = {
    method,
    url,
    httpVersion: "HTTP/1.1",
    headers: [
      { name: "Authorization", value: `Bearer ${keyPlaceholder}` },
      ...Object.entries(headers).map(([name, value]) => ({ name, value: String(value) })),
      ...(body === undefined ? [] : [{ name: "Content-Type", value: "application/json" }]),
    ],
    queryString: [],
    cookies: [],
    headersSize: -1,
    bodySize: -1,
    ...(body === undefined
      ? {}
      : {
          postData: {
            mimeType: "application/json",
            text: JSON.stringify(target === "shell" ? body : doubleBackslashes(body)),
          },
        }),
  };
  // Its types ask for `postData`, which a request without a body does not have.
  const [source] = new HTTPSnippet(har as HarRequest).convert(target, by);
  if (!source) throw new Error(`httpsnippet does not know ${by} for ${target}.`);
  return source;
}

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** httpsnippet 11.4 writes quotes and line breaks of a string as escapes in JavaScript and Python, but not a backslash. */
function doubleBackslashes(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\\", "\\\\");
  if (Array.isArray(value)) return value.map(doubleBackslashes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, doubleBackslashes(member)]));
}
