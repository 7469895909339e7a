import { type Parameter, provenanceText, type Schema, type SpecResponse } from "@testsigma-tms/codegen";
import type { Operation } from "./read-operations.ts";

/** The lines of a method's doc comment. */
export function printDocs(operation: Operation): string[] {
  const { id, spec, route, body } = operation;
  const { summary, method, path, responses, provenance, sources } = spec;
  const origin = provenanceText({ "x-provenance": provenance, "x-source": sources });
  const description = [spec.description.trim(), origin].filter(Boolean).join("\n\n");
  const example = exampleInput(operation);
  return [
    ...summary.split("\n"),
    "",
    ...(description ? [...description.split("\n"), ""] : []),
    ...(body?.form ? [...formNote(body.form.onlyWith), ""] : []),
    `\`${method} ${path}\``,
    "",
    ...(example ? ["@example", ...`await testsigma.${id}(${printLiteral(example)});`.split("\n"), ""] : []),
    ...responses.filter(({ isSuccess }) => !isSuccess).map(throwsLine),
    ...(route.result === undefined ? [] : ["@throws {ResponseError} The success has not the documented body."]),
    "@throws {RateLimitError} The rate limit was exceeded, in the last attempt too.",
    "@throws {RedirectError} A redirect must not or cannot be followed.",
    "@throws {ConnectionError} The connection could not be made, or was lost.",
    "@throws {TimeoutError} An attempt took longer than `timeout`.",
    "@throws {InputError} The input or an option was rejected before anything was sent.",
  ];
}

const formNote = (onlyWith: readonly string[] | undefined) => [
  onlyWith
    ? `Sent as JSON; as a form when the input holds a Blob${onlyWith.map((name) => ` or \`${name}\``).join("")}.`
    : "Sent as a form. A file is a `Blob`, a `File` or its text; no stream, which could not be sent again.",
  "A form may take 5 minutes where no `timeout` is given.",
];

const classes: Record<string, string> = {
  400: "ValidationError",
  401: "AuthenticationError",
  403: "AuthenticationError",
  404: "NotFoundError",
  422: "ValidationError",
  429: "RateLimitError",
};

function throwsLine({ status, description }: SpecResponse): string {
  const name = classes[status] ?? (status.startsWith("5") ? "ServerError" : "ApiError");
  const firstSentence = description.replace(/\s+/g, " ").replace(/(\.) .*$/, "$1");
  return `@throws {${name}} ${status}: ${firstSentence}`;
}

/** The shortest documented request as flat input; `undefined` when a required value has no example. */
function exampleInput({ spec, parameters, body }: Operation): object | undefined {
  const required = [...parameters.path, ...parameters.query].filter(({ required }) => required);
  const entries = required.map((parameter) => [parameter.name, exampleOf(parameter)] as const);
  const [content] = spec.requestBody?.content ?? [];
  const lengthOf = (example: { value?: unknown }) => JSON.stringify(example.value ?? "").length;
  const [request] = Object.values(content?.examples ?? {}).sort((one, other) => lengthOf(one) - lengthOf(other));
  if (entries.some(([, value]) => value === undefined) || (body?.isRequired && !request)) return undefined;
  const value: unknown = body?.json === "whole" ? { body: request?.value } : request?.value;
  const input = { ...Object.fromEntries(entries), ...(typeof value === "object" ? value : {}) };
  return Object.keys(input).length > 0 ? input : undefined;
}

function exampleOf({ example, examples, schema }: Parameter): unknown {
  const [named] = Object.values(examples ?? {});
  return (
    example ?? (named && "value" in named ? named.value : undefined) ?? (schema as Schema | undefined)?.examples?.[0]
  );
}

/** Prints an example as code, its arrays of one text in a line. */
const printLiteral = (value: object) =>
  JSON.stringify(value, null, 2)
    .replaceAll(/"([a-z_$][\w$]*)":/gi, "$1:")
    .replaceAll(/\[\n\s+("[^"\n]*")\n\s+\]/g, "[$1]");
