import {
  type Example,
  exampleOf,
  fileType,
  merged,
  type Operation,
  type Parameter,
  type Schema,
  type Spec,
} from "@testsigma-tms/spec/reader";
import { isObject } from "../fields/read-fields.ts";

/** A part of a form: a text and the data in it, or a file in the folder of the sending script. */
export type FormPart =
  | { name: string; text: string; data: unknown; file?: undefined }
  | { name: string; file: string; type: string; text?: undefined; data?: undefined };

/** A call of an operation, filled in with examples of the spec. */
export interface SampleRequest {
  method: string;
  url: string;
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  header: Record<string, unknown>;
  /** The media type of the body; missing if there is no body. */
  mediaType?: string;
  /** The value of a body that is not a form. */
  body?: unknown;
  parts?: FormPart[];
}

/** Returns the server that works: the documented one responds with a 301, on which a POST loses its body and key. */
export function workingServer({ document: { servers = [] } }: Spec): string {
  const observed = servers.find((server) => "x-provenance" in server && server["x-provenance"] === "observed");
  const server = observed ?? servers[0];
  if (!server) throw new Error("The spec names no server, so the samples have no address.");
  return server.url;
}

/** Returns the headers, with a placeholder of the reader's key; the sender of a form writes its media type, with the boundary. */
export function authorized({ header, mediaType, parts }: SampleRequest): Record<string, unknown> {
  return {
    Authorization: "Bearer <API_KEY>",
    ...header,
    ...(mediaType && !parts && { "Content-Type": mediaType }),
  };
}

export function isForm(mediaType: string): boolean {
  return mediaType === "multipart/form-data";
}

/** A request body of an operation: one of its media types with one of its examples. */
export interface SampleBody {
  content: NonNullable<Operation["requestBody"]>["content"][number];
  /** The name of the example; empty if there is none. */
  name: string;
  example: Example;
}

/**
 * Returns the possible bodies of an operation: JSON first, then forms, then the rest, and within a media type the
 * example with the fewest properties first, because it works in every account.
 */
export function sampleBodies({ requestBody }: Operation): SampleBody[] {
  const rank = ({ mediaType }: SampleBody["content"]) =>
    mediaType === "application/json" ? 0 : isForm(mediaType) ? 1 : 2;
  const size = ({ example: { value } }: SampleBody) => (isObject(value) ? Object.keys(value).length : 0);
  return (requestBody?.content ?? [])
    .toSorted((one, other) => rank(one) - rank(other))
    .flatMap((content) => {
      const bodies = Object.entries(content.examples).map(([name, example]) => ({ content, name, example }));
      const smallest = bodies.toSorted((one, other) => size(one) - size(other)).slice(0, 1);
      return bodies.length > 0 ? [...new Set([...smallest, ...bodies])] : [{ content, name: "", example: {} }];
    });
}

/**
 * Fills in a body (its required properties if it has no example), every path parameter, and the other parameters that
 * are required or have an example.
 *
 * @param body the first of `sampleBodies` by default
 */
export function sampleRequest(
  spec: Spec,
  operation: Operation,
  body: SampleBody | undefined = sampleBodies(operation)[0],
): SampleRequest {
  const { parameters, path, method } = operation;
  const values = (place: Parameter["in"]) =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === place)
        .map((parameter) => ({ parameter, value: exampleOf(parameter, spec.resolve) }))
        .filter(({ parameter, value }) => parameter.required || value !== undefined)
        .map(({ parameter: { name }, value }) => [name, value ?? `<${name}>`]),
    );
  const request = { path: values("path"), query: values("query"), header: values("header") };
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(request.path[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query)) {
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each));
  }
  const url = workingServer(spec) + filled + (search.size > 0 ? `?${search}` : "");
  return { method, url, ...request, ...(body && bodyOf(spec, body)) };
}

function bodyOf(spec: Spec, { content: { mediaType, schema }, example }: SampleBody) {
  if (isForm(mediaType)) return { mediaType, parts: partsOf(spec, schema, example.value) };
  return { mediaType, body: "value" in example ? example.value : Object.fromEntries(requiredOf(spec, schema)) };
}

/** Returns the form parts that are required or in the example. */
function partsOf(spec: Spec, schema: Schema | undefined, example: unknown): FormPart[] {
  const { properties = {} } = schema ? merged(schema, spec.resolve) : {};
  const exampleParts = isObject(example) ? Object.entries(example) : [];
  return [...new Map([...requiredOf(spec, schema), ...exampleParts])].map(([name, value]) => {
    const type = fileType(properties[name] ? spec.resolve<Schema>(properties[name]) : {});
    if (type) return { name, file: fileName(name, type, value), type };
    return { name, text: typeof value === "string" ? value : JSON.stringify(value), data: value };
  });
}

/** Returns the required properties of a body, each with its example, or with its name if it has none. */
function requiredOf(spec: Spec, schema: Schema | undefined): [name: string, value: unknown][] {
  const { properties = {}, required = [] } = schema ? merged(schema, spec.resolve) : {};
  return required.map((name) => {
    const { example, examples } = properties[name] ? spec.resolve<Schema>(properties[name]) : {};
    return [name, example ?? (Array.isArray(examples) ? examples[0] : undefined) ?? `<${name}>`];
  });
}

function fileName(part: string, type: string, example: unknown): string {
  const [, named] = typeof example === "string" ? (example.match(/^@?([\w-]+\.\w+)$/) ?? []) : [];
  if (named) return named;
  if (/xml$/.test(type)) return "report.xml";
  return type.startsWith("image/") ? "screenshot.png" : `${part}.bin`;
}
