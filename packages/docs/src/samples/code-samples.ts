import type { Operation, Spec } from "@testsigma-tms/spec/reader";
import { clientSample, fetchSample, openApiFetchSample } from "./javascript-samples.ts";
import { Code, literal, python } from "./literal.ts";
import { authorized, type SampleBody, type SampleRequest, sampleBodies, sampleRequest } from "./sample-request.ts";

export interface CodeSample {
  label: string;
  lang: "bash" | "typescript" | "javascript" | "python";
  source: string;
}

/** Returns samples of an operation with a body, in the order of the tabs. */
export function codeSamples(spec: Spec, operation: Operation, body?: SampleBody): CodeSample[] {
  const request = sampleRequest(spec, operation, body);
  // The client chooses the media type itself, and always the same one.
  const isClientBody = body === undefined || body.content === sampleBodies(operation)[0]?.content;
  const client: CodeSample[] = [
    { label: "TypeScript client", lang: "typescript", source: clientSample(operation.id, request) },
    { label: "openapi-fetch", lang: "typescript", source: openApiFetchSample(operation.path, request) },
  ];
  return [
    { label: "curl", lang: "bash", source: curlSample(request) },
    ...(isClientBody ? client : []),
    { label: "fetch", lang: "javascript", source: fetchSample(request, hasResponseBody(operation)) },
    { label: "Python", lang: "python", source: pythonSample(request) },
  ];
}

/** Returns whether a success has a body. A 204 never has one, whatever the documentation shows. */
function hasResponseBody({ responses }: Operation): boolean {
  const success = responses.find(({ isSuccess }) => isSuccess);
  return success?.status !== "204" && success?.content.length !== 0;
}

function curlSample(request: SampleRequest): string {
  const { method, url, body, parts = [] } = request;
  return [
    // Without --fail-with-body, curl exits with 0 when the API rejects.
    `curl --fail-with-body --request ${method}`,
    `--url ${quoted(url)}`,
    ...Object.entries(authorized(request)).map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    ...parts.map((part) =>
      part.file === undefined
        ? `--form-string ${quoted(`${part.name}=${part.text}`)}`
        : `--form ${quoted(`${part.name}=@${part.file};type=${part.type}`)}`,
    ),
    ...(body === undefined ? [] : [`--data ${quoted(JSON.stringify(body, null, 2))}`]),
  ].join(" \\\n  ");
}

/** Quotes text for a POSIX shell. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

function pythonSample(request: SampleRequest): string {
  const { method, url, body, parts } = request;
  const files = (parts ?? []).map(({ name, file, text }) => {
    return [name, new Code(file === undefined ? `(None, ${JSON.stringify(text)})` : `open("${file}", "rb")`)];
  });
  const options = {
    headers: authorized(request),
    ...(parts && { files: Object.fromEntries(files) }),
    ...(body !== undefined && { json: body }),
  };
  const lines = Object.entries(options).map(([name, value]) => `    ${name}=${literal(value, python, "    ")},\n`);
  return `import requests

response = requests.${method.toLowerCase()}(
    ${JSON.stringify(url)},
${lines.join("")})
response.raise_for_status()
print(response.text)
`;
}
