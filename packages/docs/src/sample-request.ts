import { type DocumentedOperation, type OpenApiDocument, type Parameter, resolve } from "./openapi.ts";

/** One call of an operation with the description's own examples filled in. */
export interface SampleRequest {
  method: string;
  url: string;
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  headers: Record<string, unknown>;
  body?: unknown;
}

/** The host that was seen answering: the documented one answers 301, which costs a POST its body and key. */
export function observedServer({ servers }: OpenApiDocument): string {
  const observed = servers.find((server) => server["x-provenance"] === "observed") ?? servers[0];
  if (!observed) throw new Error("The description names no server, so the samples have no address.");
  return observed.url;
}

/** Fills in the first example of the body, every path parameter, and the other parameters that are required. */
export function sampleRequest(
  document: OpenApiDocument,
  { path, method, operation, parameters }: DocumentedOperation,
  server = observedServer(document),
): SampleRequest {
  const values = (place: Parameter["in"]) =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === place && (parameter.required || exampleOf(document, parameter)))
        .map((parameter) => [parameter.name, exampleOf(document, parameter) ?? `<${parameter.name}>`]),
    );
  const request = { path: values("path"), query: values("query"), headers: values("header") };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(request.path[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query)) search.append(name, String(value));
  const url = server + filled + (search.size > 0 ? `?${search}` : "");
  return { method: method.toUpperCase(), url, ...request, ...bodyOf(document, operation) };
}

function exampleOf(document: OpenApiDocument, { example, schema }: Parameter): unknown {
  return example ?? (schema && (resolve(document, schema).example ?? resolve(document, schema).examples?.[0]));
}

function bodyOf(document: OpenApiDocument, { operationId, requestBody }: DocumentedOperation["operation"]) {
  if (!requestBody) return {};
  const json = resolve(document, requestBody).content["application/json"];
  const [example] = Object.values(json?.examples ?? {});
  if (!example) throw new Error(`The JSON body of ${operationId} has no example; the samples are made from the first.`);
  return { body: resolve(document, example).value };
}
