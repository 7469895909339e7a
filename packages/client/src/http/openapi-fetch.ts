import type { paths } from "@testsigma-tms/types";
import createOpenApiFetch, { type Client, type FetchOptions, type ParseAsResponse } from "openapi-fetch";
import { inputError } from "../errors.js";
import { serializePath, serializeQuery } from "../operation/encode.js";
import { findPathMistake } from "../operation/request.js";
import { pathNames } from "../operation/route.js";
import type { ClientOptions } from "../options/options.js";
import { resolveSettings } from "../options/settings.js";
import { createFetchOf } from "./fetch.js";

/** The typed openapi-fetch client. Only this file knows openapi-fetch, so that it can be replaced here. */
export type HttpClient = HttpCalls & Client<paths, "application/json">;

/**
 * The methods, typed as in openapi-fetch with two exceptions. Its `Readable` turns `"ACTIVE" | (string & {})` into an
 * object that is not a `string`. And its types of paths and options cost the compiler 30 times more for every path of
 * the API.
 */
type HttpCalls = { readonly [Method in HttpMethod]: HttpCall<Lowercase<Method>> };
type HttpMethod = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";

type HttpCall<Method extends string> = <
  Path extends PathWith<Method>,
  Init extends FetchOptions<OperationAt<Path, Method>>,
>(
  url: Path,
  ...init: Partial<Init> extends Init ? [(Init & OtherOptions)?] : [Init & OtherOptions]
) => Promise<HttpResponse<OperationAt<Path, Method>, Init>>;

type PathWith<Method extends string> = {
  [Path in keyof paths]: paths[Path] extends Record<Method, object> ? Path : never;
}[keyof paths];
type OperationAt<Path extends keyof paths, Method extends string> =
  paths[Path] extends Record<Method, infer Operation> ? Operation : never;

interface OtherOptions {
  [name: string]: unknown;
}

type HttpResponse<Operation, Init> =
  | { data: ParseAsResponse<BodyOf<Operation, `2${string}`>, Init>; error?: never; response: Response }
  | { data?: never; error: BodyOf<Operation, `${1 | 3 | 4 | 5}${string}` | "default">; response: Response };

type BodyOf<Operation, Status> = Operation extends { responses: infer Responses }
  ? {
      [Key in keyof Responses]: `${Key & (string | number)}` extends Status ? ContentOf<Responses[Key]> : never;
    }[keyof Responses]
  : never;
type ContentOf<Holder> = Holder extends { content: infer Content }
  ? Content[Extract<keyof Content, `${string}json${string}`>]
  : undefined;

/**
 * Creates the openapi-fetch client of the API, typed by its spec. It uses the transport of `createClient`: key, time
 * limits, redirects and retries. Calls resolve to `{ data, error, response }`, and middleware is supported. An
 * unsuccessful status does not throw; if there is no response, the call throws a `TestsigmaError`.
 *
 * @example
 * const api = createHttpClient();
 * const { data, error } = await api.GET("/projects/{project_id}", { params: { path: { project_id } } });
 *
 * @throws {TypeError} naming the option that is missing, unknown or holds what is not allowed
 */
export function createHttpClient(options?: ClientOptions): HttpClient {
  const settings = resolveSettings(options, "createHttpClient");
  const fetch = createFetchOf(settings);
  const client = createOpenApiFetch<paths, "application/json">({
    baseUrl: settings.baseUrl,
    fetch,
    pathSerializer: serializePath,
    querySerializer: serializeQuery,
  });
  client.use({
    onRequest({ request, schemaPath, params, options }) {
      const mistake =
        findPathMistake(pathNames(schemaPath), params.path ?? {}) ??
        // A request on another transport would lack the key and the safety rules.
        (options.fetch === fetch ? undefined : "option fetch: pass it to createHttpClient, not to a request");
      if (mistake) throw inputError(mistake, { operation: undefined, method: request.method, path: schemaPath });
      return undefined;
    },
  });
  return client as HttpClient;
}
