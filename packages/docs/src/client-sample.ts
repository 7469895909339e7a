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

const literal = (value: object) =>
  stringifyObject(value, { indent: "  ", singleQuotes: false, inlineCharacterLimit: 100 });

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
