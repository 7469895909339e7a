import type { paths } from "@testsigma-tms/types";
import createOpenApiFetch, {
  type Client,
  createQuerySerializer,
  defaultPathSerializer,
  type FetchOptions,
  type ParseAsResponse,
} from "openapi-fetch";

/** The typed openapi-fetch client. Only this file knows openapi-fetch, so that it can be replaced here. */
export type HttpClient = HttpCalls & Client<paths, "application/json">;

/**
 * The calls as openapi-fetch types them, but for two things. Its `Readable` makes of `"ACTIVE" | (string & {})` an object
 * that is no `string`. And its types of path and options cost the compiler 30 times more with every path of the API.
 */
type HttpCalls = { readonly [Method in (typeof methods)[number]]: HttpCall<Lowercase<Method>> };

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

/** A request as the transport is given it: a native one where middleware may have seen it, else what one is made of. */
export type HttpRequest = Request | PlainRequest;

interface PlainRequest extends RequestInit {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
}

/** The options of a call through `http`, as far as this package reads them. */
export interface HttpInit {
  readonly middleware?: readonly unknown[] | undefined;
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  readonly timeout?: number | undefined;
  readonly maxRetries?: number | undefined;
  readonly parseAs?: "json" | "text" | "blob" | "arrayBuffer" | "stream" | undefined;
}

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/** Creates an openapi-fetch client whose calls go through a transport. */
export function createHttp(
  defaults: { baseUrl: string; headers: Headers },
  send: (request: HttpRequest, init: HttpInit) => Promise<Response>,
): HttpClient {
  const http = createOpenApiFetch(defaults);
  let hasMiddleware = false;
  const use: typeof http.use = (...middleware) => {
    hasMiddleware = true;
    http.use(...middleware);
  };
  const request = (method: string, path: never, init?: HttpInit | null) =>
    http.request(method as never, path, {
      ...init,
      // This `fetch` knows the options of the call, which are not on the request.
      fetch: (given: HttpRequest) => send(given, init ?? {}),
      ...(!hasMiddleware && !init?.middleware && { Request: plainRequest }),
    } as never);
  const calls = methods.map((method) => [method, (path: never, init?: HttpInit | null) => request(method, path, init)]);
  return { ...http, ...Object.fromEntries(calls), request, use };
}

/** The constructor of a `Request` that only the transport sees: a native one takes longer to make and read than to send. */
function plainRequest(url: string, init: Omit<PlainRequest, "url">): HttpRequest {
  return typeof (init.body ?? "") === "string" ? { ...init, url } : new Request(url, init);
}

type Parameters = Record<string, unknown>;

const serializeQuery = createQuerySerializer();

/** Writes parameters into the template of a path, and behind it. */
export function serializePath(template: string, inPath: Parameters, inQuery: Parameters): string {
  const query = serializeQuery(inQuery);
  return `${defaultPathSerializer(template, inPath)}${query && `?${query}`}`;
}
