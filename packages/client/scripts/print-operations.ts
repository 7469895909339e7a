import {
  componentType,
  exampleOf,
  operationTypes,
  provenanceText,
  type Resolve,
  type Schema,
  type Spec,
} from "@testsigma-tms/spec/reader";
import type { Operation } from "./read-operations.ts";

/** Prints the source of `src/generated/operations.ts`: the types of the operations, and their documented methods. */
export function printOperations(operations: Operation[], spec: Spec): string {
  const types = operations.map((operation) => printTypes(operation, spec));
  const source = types.map(({ text }) => text).join("\n");
  const generics = [...source.matchAll(/\b(\w+)</g)].map(([, name = ""]) => name);
  const ownGenerics = generics.filter((name) => !["Omit", "Record"].includes(name));
  return `${printImport(
    types.flatMap(({ schemaNames }) => schemaNames),
    "@testsigma-tms/types",
  )}${printImport(ownGenerics, "../operation/types.js")}import type { CallOptions } from "../options/options.js";


${source}
/** One method per operation of the API. */
export interface OperationMethods {
${operations.map((operation) => printMethod(operation, spec)).join("\n")}}
`;
}

function printImport(names: string[], from: string): string {
  const sorted = [...new Set(names)].sort();
  return sorted.length > 0 ? `import type { ${sorted.join(", ")} } from "${from}";\n` : "";
}

/**
 * Prints the types of a method's input and result, using the names of their schemas if they have any; these are to be
 * imported from the types package.
 */
function printTypes({ id, parameters, body, success, route }: Operation, spec: Spec) {
  const schemaNames: string[] = [];
  const named = (schema: Schema | undefined, fallback: string) => {
    const name = componentType(schema, spec);
    if (name) schemaNames.push(name);
    return name ?? fallback;
  };
  // The form comes first: TypeScript 5 explains a missing body by the last alternative.
  const bodies = [
    body?.formSchema && named(body.formSchema, `FormParts<"${id}">`),
    body?.jsonSchema && !body.isWhole && named(body.jsonSchema, `JsonBody<"${id}">`),
    body?.isWhole && `WholeBody<"${id}">`,
  ].filter(Boolean);
  // A property that the body requires too is described there; an editor would otherwise show both descriptions.
  const pathNames = parameters.path.map(({ name }) => name);
  const shared = body ? pathNames.filter((name) => body.required.includes(name)) : [];
  const path = `PathProperties<"${id}">`;
  const input = [
    pathNames.length > shared.length &&
      (shared.length > 0 ? `Omit<${path}, ${shared.map((name) => `"${name}"`).join(" | ")}>` : path),
    parameters.query.length > 0 && `QueryProperties<"${id}">`,
    bodies.length > 1 ? `(${bodies.join(" | ")})` : bodies[0],
    parameters.header.length > 0 && `HeaderProperties<"${id}">`,
  ].filter(Boolean);
  const results = success.json.map(({ status, schema }) => named(schema, `Result<"${id}", ${printStatus(status)}>`));
  const others = [route.returns && { text: "string", blob: "Blob" }[route.returns], success.mayBeEmpty && "undefined"];
  const inputType = input.join(" & ") || "Record<never, never>";
  const text = `/** Input of \`${id}\`: path, query and body properties side by side. */
export type ${operationTypes(id).input} = ${body ? `ReadonlyLists<${inputType}>` : inputType};
/** Result of \`${id}\`: the body of the successful response, unchanged. */
export type ${operationTypes(id).result} = ${[...new Set([...results, ...others.filter(Boolean)])].join(" | ")};
`;
  return { text, schemaNames };
}

const printStatus = (status: string): string => (/^\d+$/.test(status) ? status : JSON.stringify(status));

/** Prints a method as a property: TypeScript and lint rules then know that it does not use `this`. */
function printMethod(operation: Operation, spec: Spec): string {
  const { id, isInputOptional } = operation;
  const types = operationTypes(id);
  const comment = printDocs(operation, spec).map((line) => `   * ${line.replaceAll("*/", "*\\/")}`.trimEnd());
  return `  /**
${comment.join("\n")}
   */
  ${id}: (input${isInputOptional ? "?" : ""}: ${types.input}, options?: CallOptions) => Promise<${types.result}>;
`;
}

/** The table of errors in the README, on the page where the registry shows it. */
const errorTable = "https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails";

/** Returns the lines of a method's doc comment. It links to the operation's page once the spec names the docs' address. */
function printDocs(operation: Operation, { document, resolve }: Spec): string[] {
  const { id, spec, body } = operation;
  const { summary, method, path, provenance, sources, isDeprecated } = spec;
  const origin = provenanceText({ "x-provenance": provenance, "x-source": sources });
  const description = [spec.description.trim(), origin].filter(Boolean).join("\n\n");
  const example = exampleInput(operation, resolve);
  const { url: docs } = document.externalDocs ?? {};
  return [
    ...summary.split("\n"),
    "",
    ...(description ? [...description.split("\n"), ""] : []),
    ...(body?.form ? [...formNote(body.form.onlyWith), ""] : []),
    `\`${method} ${path}\``,
    "",
    ...(isDeprecated ? ["@deprecated The documentation of the API marks it as deprecated."] : []),
    ...(example ? ["@example", ...printCall(id, example, body?.form?.files ?? []).split("\n"), ""] : []),
    `@throws {TestsigmaError} See [When a call fails](${errorTable}).`,
    ...(docs ? ["", `@see [${summary}](${docs.replace(/\/$/, "")}/${id}.html)`] : []),
  ];
}

function formNote(onlyWith: readonly string[] | undefined): string[] {
  return [
    onlyWith
      ? `Sent as JSON, or as a form if the input contains a Blob${onlyWith.map((name) => ` or \`${name}\``).join("")}.`
      : "Sent as a form. Pass a file as a `Blob`, a `File` or its text; not as a path, nor as a stream, which cannot be sent again.",
    "The default `timeout` of a form is 5 minutes.",
  ];
}

/** Returns the shortest documented request as flat input; `undefined` if a required value has no example. */
function exampleInput({ spec, parameters, body }: Operation, resolve: Resolve): object | undefined {
  const required = [...parameters.path, ...parameters.query].filter(({ required }) => required);
  const entries = required.map((parameter) => [parameter.name, exampleOf(parameter, resolve)] as const);
  const [content] = spec.requestBody?.content ?? [];
  const lengthOf = (example: { value?: unknown }) => JSON.stringify(example.value ?? "").length;
  const [request] = Object.values(content?.examples ?? {}).sort((a, b) => lengthOf(a) - lengthOf(b));
  if (entries.some(([, value]) => value === undefined) || (body?.isRequired && !request)) return undefined;
  const value: unknown = body?.isWhole ? { body: request?.value } : request?.value;
  const input = { ...Object.fromEntries(entries), ...(typeof value === "object" ? value : {}) };
  return Object.keys(input).length > 0 ? input : undefined;
}

/** Prints a call that runs without changes: a file of the example, such as `@results.xml`, is read from disk. */
function printCall(id: string, input: object, files: readonly string[]): string {
  const isFile = (name: string, value: unknown) => files.includes(name) && /^@/.test(String(value));
  const entries = Object.entries(input).map(([name, value]) => [name, isFile(name, value) ? `<${value}>` : value]);
  // An array of a single text is printed on one line.
  const literal = unquoteNames(JSON.stringify(Object.fromEntries(entries), null, 2)).replaceAll(
    /\[\n\s+("[^"\n]*")\n\s+\]/g,
    "[$1]",
  );
  const call = `await testsigma.${id}(${literal});`;
  const withFiles = call.replaceAll(/"<@([^"]+)>"/g, 'new Blob([await readFile("$1")])');
  return withFiles === call ? call : `import { readFile } from "node:fs/promises";\n\n${withFiles}`;
}

const unquoteNames = (json: string): string => json.replaceAll(/"([a-z_$][\w$]*)":/gi, "$1:");

/** Prints the source of `src/generated/routes.ts`: the data that the client needs to send each operation. */
export function printRoutes(operations: Operation[], { document }: Spec): string {
  return `import type { OperationRoute } from "../operation/route.js";

/** The servers of the spec; the first is the default base URL. */
export const serverUrls = ${JSON.stringify((document.servers ?? []).map(({ url }) => url))} as const;

/** Every operation of the API. */
export const routes: { readonly [id: string]: OperationRoute } = {
${operations.map(({ id, route }) => `  ${id}: ${unquoteNames(JSON.stringify(route))},\n`).join("")}};
`;
}
