import type { paths } from "@testsigma-tms/types";
import createOpenApiFetch, {
  type FetchOptions,
  type Middleware,
  type ParamsOption,
  type ParseAsResponse,
} from "openapi-fetch";
import { inputError } from "../errors.js";
import { serializePath, serializeQuery } from "../operation/encode.js";
import { findPathMistake } from "../operation/request.js";
import { pathNames } from "../operation/route.js";
import type { ReadonlyLists } from "../operation/types.js";
import type { ClientOptions } from "../options/options.js";
import { resolveSettings } from "../options/settings.js";
import { createFetchOf } from "./fetch.js";
import { PlainRequest, type RequestOptions } from "./read-request.js";

/**
 * The openapi-fetch client of the API, typed by its spec. Each method takes a path of the spec with `params` and `body`,
 * and resolves to `data` or `error`, and the `response`, whose body has been read. An unsuccessful status does not throw;
 * if there is no response, the call throws a `TestsigmaError`.
 */
// Only this file knows openapi-fetch, so that it can be replaced here. Its own type `Client` turns
// `"ACTIVE" | (string & {})` into an object that is not a `string`, and its types of paths and options cost the compiler
// 30 times more for every path of the API.
export interface HttpClient {
  /** Reads; sent again where that is safe. */
  readonly GET: HttpCall<"get">;
  /** Creates or starts something; never sent twice unless the first was certainly not executed. */
  readonly POST: HttpCall<"post">;
  /** Changes something. */
  readonly PUT: HttpCall<"put">;
  /** Changes a part of something; never sent twice unless the first was certainly not executed. */
  readonly PATCH: HttpCall<"patch">;
  /** Deletes something. */
  readonly DELETE: HttpCall<"delete">;
  /** Calls the method that is named by the first argument. */
  readonly request: <Method extends HttpMethod, Path extends PathWith<Method>, Init extends HttpInit<Path, Method>>(
    method: Method,
    url: Path,
    ...init: InitArguments<Init>
  ) => Promise<HttpResponse<OperationAt<Path, Method>, Init>>;
  /** Adds middleware, which sees every request and response of this client. */
  readonly use: (...middleware: Middleware[]) => void;
  /** Removes middleware. */
  readonly eject: (...middleware: Middleware[]) => void;
}

type HttpMethod = "get" | "post" | "put" | "patch" | "delete";

type HttpCall<Method extends HttpMethod> = <Path extends PathWith<Method>, Init extends HttpInit<Path, Method>>(
  url: Path,
  ...init: InitArguments<Init>
) => Promise<HttpResponse<OperationAt<Path, Method>, Init>>;

/** The options of one call: `params` and `body` by the spec, and what openapi-fetch, `fetch` and this client offer. */
type HttpInit<Path extends keyof paths, Method extends string> = ParamsOption<OperationAt<Path, Method>> &
  BodyOption<OperationAt<Path, Method>> &
  Omit<FetchOptions<unknown>, "params" | "body" | "fetch"> &
  RequestOptions;
type BodyOption<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? { body: ReadonlyLists<Content[keyof Content]> }
  : Operation extends { requestBody?: { content: infer Content } }
    ? { body?: ReadonlyLists<Content[keyof Content]> }
    : { body?: never };
type InitArguments<Init> = Partial<Init> extends Init ? [init?: Init] : [init: Init];

type PathWith<Method extends string> = {
  [Path in keyof paths]: paths[Path] extends Record<Method, object> ? Path : never;
}[keyof paths];
type OperationAt<Path extends keyof paths, Method extends string> =
  paths[Path] extends Record<Method, infer Operation> ? Operation : never;

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

/** What a call may have in `init`, without types of the spec. */
interface UntypedInit {
  readonly params?: { readonly path?: Readonly<Record<string, unknown>> };
  readonly body?: unknown;
  readonly bodySerializer?: unknown;
  readonly fetch?: unknown;
  readonly middleware?: unknown;
  readonly parseAs?: string;
}

/**
 * Creates the openapi-fetch client of the API. It uses the transport of `createClient`: key, time limits, redirects and
 * retries.
 *
 * @example
 * const api = createHttpClient();
 * const { data, error } = await api.GET("/projects/{project_id}", { params: { path: { project_id } } });
 *
 * @throws {TypeError} naming the option that is missing, unknown or invalid
 */
export function createHttpClient(options?: ClientOptions): HttpClient {
  const settings = resolveSettings(options, "createHttpClient");
  const client = createOpenApiFetch<Record<string, never>>({
    baseUrl: settings.baseUrl,
    fetch: createFetchOf(settings),
    pathSerializer: serializePath,
    querySerializer: serializeQuery,
  });
  const middleware = new Set<Middleware>();

  const request = async (method: string, url: string, init?: UntypedInit | null) => {
    const mistake =
      findPathMistake(pathNames(url), init?.params?.path ?? {}) ??
      // A request on another transport would lack the key and the safety rules.
      (init?.fetch ? "option fetch: pass it to createHttpClient, not to a request" : undefined);
    if (mistake) throw inputError(mistake, { operation: undefined, method: method.toUpperCase(), path: url });
    const { parseAs = "json", body, bodySerializer, middleware: ownMiddleware } = init ?? {};
    // Other requests need the runtime's own classes, which cost more than everything else here.
    const isPlain = parseAs === "json" && !(body instanceof FormData) && !bodySerializer && !ownMiddleware;
    const options = isPlain && middleware.size === 0 ? { ...init, Request: PlainRequest } : init;
    return client.request(method as never, url as never, options as never);
  };
  const call = (method: string) => (url: string, init?: UntypedInit | null) => request(method, url, init);
  const methods = {
    GET: call("GET"),
    POST: call("POST"),
    PUT: call("PUT"),
    PATCH: call("PATCH"),
    DELETE: call("DELETE"),
    request,
    use(...added: Middleware[]) {
      client.use(...added);
      for (const item of added) middleware.add(item);
    },
    eject(...removed: Middleware[]) {
      client.eject(...removed);
      for (const item of removed) middleware.delete(item);
    },
  };
  return methods as unknown as HttpClient;
}
