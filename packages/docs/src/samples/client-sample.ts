import stringifyObject from "stringify-object";
import type { SampleRequest } from "./sample-request.ts";

/** Returns the call with `@testsigma-tms/client`, which takes path, query and body in one object. */
export function clientSample(operationId: string, { path, query, headers, body, parts = [] }: SampleRequest): string {
  const files = parts.filter((part) => "file" in part);
  const values = parts.filter((part) => "value" in part).map(({ name, data }) => [name, data]);
  const input = {
    ...path,
    ...query,
    ...Object.fromEntries(values),
    ...(isObject(body) ? body : body === undefined ? {} : { body }),
    ...(Object.keys(headers).length > 0 && { headers }),
  };
  const lines = [
    ...Object.entries(input).map(([name, value]) => [name, literal(value)]),
    ...files.map(({ name, file }) => [name, `new File([await readFile("${file}")], "${file}")`]),
  ].map(([name = "", code]) => `  ${/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)}: ${code},\n`);
  return `${files.length > 0 ? 'import { readFile } from "node:fs/promises";\n' : ""}import { createClient } from "@testsigma-tms/client";

const testsigma = createClient({ apiKey: process.env.TESTSIGMA_API_KEY });

const result = await testsigma.${operationId}(${lines.length > 0 ? `{\n${lines.join("")}}` : ""});
console.log(result);
`;
}

/** Prints a value as code, and breaks it into lines only if it is long. */
const literal = (value: unknown) =>
  stringifyObject(value, { indent: "  ", singleQuotes: false, inlineCharacterLimit: 100 }).replaceAll("\n", "\n  ");

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
