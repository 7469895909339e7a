import stringifyObject from "stringify-object";
import type { SampleRequest } from "./sample-request.ts";

/** The call through `@testsigma-tms/client`, which takes path, query and body members side by side in one object. */
export function clientSample(
  operationId: string,
  { path, query, headers, body }: SampleRequest,
  baseUrl: string,
): string {
  const input = {
    ...path,
    ...query,
    ...(isObject(body) ? body : body === undefined ? {} : { body }),
    ...(Object.keys(headers).length > 0 && { headers }),
  };
  return `import { createClient } from "@testsigma-tms/client";

const testsigma = createClient({
  apiKey: process.env.TESTSIGMA_API_KEY,
  baseUrl: ${JSON.stringify(baseUrl)},
});

const result = await testsigma.${operationId}(${Object.keys(input).length > 0 ? literal(input) : ""});
console.log(result);
`;
}

/** An object with one member a line; the values are broken into lines only where they are long. */
function literal(input: object): string {
  const members = Object.entries(input).map(([name, value]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    const text = stringifyObject(value, { indent: "  ", singleQuotes: false, inlineCharacterLimit: 100 });
    return `  ${key}: ${text.replaceAll("\n", "\n  ")},\n`;
  });
  return `{\n${members.join("")}}`;
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
