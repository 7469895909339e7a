import { isObject } from "../fields/read-fields.ts";
import { Code, javaScript, literal } from "./literal.ts";
import { authorized, type FormPart, type SampleRequest } from "./sample-request.ts";

/** Returns the call of the method of `@testsigma-tms/client`, which takes path, query and body in one object. */
export function clientSample(operationId: string, request: SampleRequest): string {
  const { path, query, header, body, parts = [] } = request;
  const input = {
    ...path,
    ...query,
    ...(isObject(body) && !Array.isArray(body) ? body : body !== undefined && { body }),
    ...valuesOf(parts),
    ...(Object.keys(header).length > 0 && { headers: header }),
  };
  return `${imports(parts, 'import { createClient } from "@testsigma-tms/client";')}
const testsigma = createClient({ apiKey: process.env.TESTSIGMA_API_KEY });

const result = await testsigma.${operationId}(${argument(input)});
console.log(result);
`;
}

/** Returns the call of the openapi-fetch client of `@testsigma-tms/client/http`. */
export function openApiFetchSample(template: string, request: SampleRequest): string {
  const { method, path, query, header, body, parts } = request;
  const params = Object.entries({ path, query, header }).filter(([, some]) => Object.keys(some).length > 0);
  const init = {
    ...(params.length > 0 && { params: Object.fromEntries(params) }),
    ...((body ?? parts) !== undefined && { body: parts ? valuesOf(parts) : body }),
    ...(parts && { bodySerializer: new Code("toForm") }),
  };
  // openapi-fetch sends a form as JSON unless it is told otherwise.
  const toForm = `
const toForm = (body: unknown) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(body as object)) form.append(name, value);
  return form;
};
`;
  return `${imports(parts, 'import { createHttpClient } from "@testsigma-tms/client/http";')}
const api = createHttpClient({ apiKey: process.env.TESTSIGMA_API_KEY });
${parts ? toForm : ""}
const { data, error } = await api.${method}(${[JSON.stringify(template), argument(init)].filter(Boolean).join(", ")});
console.log(data ?? error);
`;
}

/** Returns the request with the `fetch` of Node or a browser. */
export function fetchSample(request: SampleRequest, hasResponseBody: boolean): string {
  const { method, url, body, parts } = request;
  const init = {
    method,
    headers: authorized(request),
    ...(body !== undefined && { body: new Code(`JSON.stringify(${literal(body, javaScript, "  ")})`) }),
    ...(parts && { body: new Code("form") }),
  };
  const lines = (parts ?? []).map(({ name, file, text }) => {
    return `form.append(${JSON.stringify(name)}, ${file === undefined ? JSON.stringify(text) : newFile(file)});\n`;
  });
  return `${imports(parts)}${parts ? `const form = new FormData();\n${lines.join("")}\n` : ""}const response = await fetch(${JSON.stringify(url)}, ${argument(init)});
if (!response.ok) throw new Error(\`\${response.status}: \${await response.text()}\`);
console.log(${hasResponseBody ? "await response.json()" : "response.status"});
`;
}

/** Prints an argument with each property on a line of its own; nothing for an empty one. */
const argument = (input: object) => (Object.keys(input).length > 0 ? literal(input, javaScript, "", 0) : "");

function imports(parts: FormPart[] = [], client = ""): string {
  const reader = parts.some(({ file }) => file !== undefined) && 'import { readFile } from "node:fs/promises";';
  const lines = [reader, client].filter(Boolean);
  return lines.length > 0 ? `${lines.join("\n")}\n${client ? "" : "\n"}` : "";
}

const valuesOf = (parts: FormPart[]) =>
  Object.fromEntries(parts.map(({ name, file, data }) => [name, file === undefined ? data : new Code(newFile(file))]));

const newFile = (name: string) => `new File([await readFile("${name}")], "${name}")`;
