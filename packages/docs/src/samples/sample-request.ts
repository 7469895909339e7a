import type { Operation, Parameter, Schema, Spec } from "@testsigma-tms/codegen";

/** A part of a form: a text, or a file that lies beside the script that sends it. */
export type FormPart = { name: string; value: string } | { name: string; file: string; type: string };

/** One call of an operation with the spec's own examples filled in. */
export interface SampleRequest {
  method: string;
  url: string;
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  headers: Record<string, unknown>;
  /** Media type of the body; missing without one. */
  mediaType?: string;
  /** Value of a body that is not a form. */
  body?: unknown;
  /** Parts of a body that is a form. */
  parts?: FormPart[];
}

type Content = NonNullable<Operation["requestBody"]>["content"][number];

/** The host that works: the documented one responds with 301, which costs a POST its body and key. */
export function workingServer({ document: { servers = [] } }: Spec): string {
  const observed = servers.find((server) => "x-provenance" in server && server["x-provenance"] === "observed");
  const server = observed ?? servers[0];
  if (!server) throw new Error("The spec names no server, so the samples have no address.");
  return server.url;
}

/** Whether a media type is sent as a form of parts. */
export const isForm = (mediaType: string) => mediaType === "multipart/form-data";

/** JSON first, then forms, then the rest, each in the order of the spec. */
export function bodiesOf({ requestBody }: Operation): Content[] {
  const rank = ({ mediaType }: Content) => (mediaType === "application/json" ? 0 : isForm(mediaType) ? 1 : 2);
  return (requestBody?.content ?? []).toSorted((one, other) => rank(one) - rank(other));
}

/**
 * Fills in the first example of the body (without one, its required properties), every path parameter, and the other
 * parameters that are required or have an example.
 *
 * @param content the body to send; the first of `bodiesOf` by default
 */
export function sampleRequest(
  spec: Spec,
  operation: Operation,
  content: Content | undefined = bodiesOf(operation)[0],
): SampleRequest {
  const { parameters, path, method } = operation;
  const values = (place: Parameter["in"]) =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === place)
        .map((parameter) => ({ parameter, value: exampleOf(spec, parameter) }))
        .filter(({ parameter, value }) => parameter.required || value !== undefined)
        .map(({ parameter: { name }, value }) => [name, value ?? `<${name}>`]),
    );
  const request = { path: values("path"), query: values("query"), headers: values("header") };
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(request.path[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query)) {
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each));
  }
  const url = workingServer(spec) + filled + (search.size > 0 ? `?${search}` : "");
  return { method, url, ...request, ...(content && bodyOf(spec, content)) };
}

function exampleOf(spec: Spec, { example, examples, schema }: Parameter): unknown {
  if (example !== undefined) return example;
  const [named] = Object.values(examples ?? {});
  if (named && "value" in named) return named.value;
  const { example: own, examples: all, enum: values } = schema ? spec.resolve<Schema>(schema) : {};
  return own ?? (Array.isArray(all) ? all[0] : undefined) ?? values?.[0];
}

function bodyOf(spec: Spec, { mediaType, schema, examples }: Content) {
  const [example] = Object.values(examples);
  if (isForm(mediaType)) return { mediaType, parts: partsOf(spec, schema, example?.value) };
  return { mediaType, body: example ? example.value : Object.fromEntries(requiredOf(spec, schema)) };
}

/** The parts that are required or stand in the example. */
function partsOf(spec: Spec, schema: Schema | undefined, example: unknown): FormPart[] {
  const { properties = {} } = schema ? spec.resolve<Schema>(schema) : {};
  const given = typeof example === "object" && example !== null ? Object.entries(example) : [];
  return [...new Map([...requiredOf(spec, schema), ...given])].map(([name, value]) => {
    const type = fileType(properties[name] ? spec.resolve<Schema>(properties[name]) : {});
    if (type) return { name, file: fileName(name, type, value), type };
    return { name, value: typeof value === "string" ? value : JSON.stringify(value) };
  });
}

/** The required properties of a body, each with its own example, or with its name where it has none. */
function requiredOf(spec: Spec, schema: Schema | undefined): [name: string, value: unknown][] {
  const { properties = {}, required = [] } = schema ? spec.resolve<Schema>(schema) : {};
  return required.map((name) => {
    const { example, examples } = properties[name] ? spec.resolve<Schema>(properties[name]) : {};
    return [name, example ?? (Array.isArray(examples) ? examples[0] : undefined) ?? `<${name}>`];
  });
}

/** The media type of a part that is a file; nothing for any other part. */
export function fileType({ format, contentMediaType }: Schema): string | undefined {
  if (format === "binary") return contentMediaType ?? "application/octet-stream";
  return contentMediaType === "application/json" ? undefined : contentMediaType;
}

function fileName(part: string, type: string, example: unknown): string {
  const [, named] = typeof example === "string" ? (example.match(/^@?([\w-]+\.\w+)$/) ?? []) : [];
  if (named) return named;
  if (/xml$/.test(type)) return "report.xml";
  return type.startsWith("image/") ? "screenshot.png" : `${part}.bin`;
}
