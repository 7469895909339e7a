import { exampleOf, provenanceText, type Resolve } from "@testsigma-tms/codegen";
import type { Operation } from "./read-operations.ts";

/** Returns the lines of a method's doc comment. */
export function printDocs(operation: Operation, resolve: Resolve): string[] {
  const { id, spec, body } = operation;
  const { summary, method, path, provenance, sources, isDeprecated } = spec;
  const origin = provenanceText({ "x-provenance": provenance, "x-source": sources });
  const description = [spec.description.trim(), origin].filter(Boolean).join("\n\n");
  const example = exampleInput(operation, resolve);
  return [
    ...summary.split("\n"),
    "",
    ...(description ? [...description.split("\n"), ""] : []),
    ...(body?.form ? [...formNote(body.form.onlyWith), ""] : []),
    `\`${method} ${path}\``,
    "",
    ...(isDeprecated ? ["@deprecated The documentation of the API marks it as deprecated."] : []),
    ...(example ? ["@example", ...printCall(id, example, body?.form?.files ?? []).split("\n"), ""] : []),
    '@throws {TestsigmaError} Its classes: "When a call fails" in the README of `@testsigma-tms/client`.',
  ];
}

const formNote = (onlyWith: readonly string[] | undefined) => [
  onlyWith
    ? `Sent as JSON; as a form when the input holds a Blob${onlyWith.map((name) => ` or \`${name}\``).join("")}.`
    : "Sent as a form. A file is a `Blob`, a `File` or its text, not its path; no stream, which could not be sent again.",
  "A form may take 5 minutes where no `timeout` is given.",
];

/** Returns the shortest documented request as flat input; `undefined` if a required value has no example. */
function exampleInput({ spec, parameters, body }: Operation, resolve: Resolve): object | undefined {
  const required = [...parameters.path, ...parameters.query].filter(({ required }) => required);
  const entries = required.map((parameter) => [parameter.name, exampleOf(parameter, resolve)] as const);
  const [content] = spec.requestBody?.content ?? [];
  const lengthOf = (example: { value?: unknown }) => JSON.stringify(example.value ?? "").length;
  const [request] = Object.values(content?.examples ?? {}).sort((one, other) => lengthOf(one) - lengthOf(other));
  if (entries.some(([, value]) => value === undefined) || (body?.isRequired && !request)) return undefined;
  const value: unknown = body?.isWhole ? { body: request?.value } : request?.value;
  const input = { ...Object.fromEntries(entries), ...(typeof value === "object" ? value : {}) };
  return Object.keys(input).length > 0 ? input : undefined;
}

/** Prints a call that runs without changes: a file of the example, such as `@results.xml`, is read from disk. */
function printCall(id: string, input: object, files: readonly string[]): string {
  const isFile = (name: string, value: unknown) => files.includes(name) && /^@/.test(String(value));
  const entries = Object.entries(input).map(([name, value]) => [name, isFile(name, value) ? `<${value}>` : value]);
  const call = `await testsigma.${id}(${printLiteral(Object.fromEntries(entries))});`;
  const withFiles = call.replaceAll(/"<@([^"]+)>"/g, 'new Blob([await readFile("$1")])');
  return withFiles === call ? call : `import { readFile } from "node:fs/promises";\n\n${withFiles}`;
}

/** Prints data as code, with an array of a single text on one line. */
const printLiteral = (value: object) =>
  JSON.stringify(value, null, 2)
    .replaceAll(/"([a-z_$][\w$]*)":/gi, "$1:")
    .replaceAll(/\[\n\s+("[^"\n]*")\n\s+\]/g, "[$1]");
