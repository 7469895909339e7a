import { type CallOptions, type ClientOptions, createClient } from "../src/index.js";

type Reply = Response | Error;
export type StubResponse = Reply | ((url: string, init: RequestInit) => Reply | Promise<Reply>);

export interface SentRequest {
  url: string;
  method: string | undefined;
  headers: Headers;
  body: unknown;
}

/** Creates a `fetch` that returns these responses in turn, repeats the last one, and records the requests. */
export function stubService(...responses: StubResponse[]) {
  const requests: SentRequest[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const { method, body } = init;
    requests.push({ url, method, headers: new Headers(init.headers), body });
    const next = responses[Math.min(requests.length, responses.length) - 1] ?? new Error("no response");
    const response = typeof next === "function" ? await next(url, init) : next;
    if (response instanceof Error) throw response;
    return next === response ? response.clone() : response;
  };
  return { fetch, requests };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

/** Creates a response with a status that `Response` rejects, but which some runtimes accept. */
export const switching = () =>
  ({ status: 101, ok: false, headers: new Headers(), body: null, type: "default" }) as Response;

/** A rate limit that may be tried again at once. */
export const limited = json({ message: "slow down" }, 429, { "retry-after": "0" });

export const redirect = (location: string | undefined, status = 301) =>
  new Response(null, { status, headers: location === undefined ? {} : { location } });

export const created = {
  message: "",
  data: { test_run: { id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9", human_id: "DEMO-R-1" } },
};

export const input = {
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  title: "Nightly regression",
  status: "ACTIVE",
  selection_type: "STATIC" as const,
  static_selection_filters: [{ field: "id", operator: "IN", values: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"] }],
};

/** The URL that `input` is sent to. */
export const url = "https://arcus.testsigma.com/api/v1/projects/c47ade67-0543-4582-a4a5-b7de447c94f5/test_runs";

/** The same URL on another host that is trusted. */
export const moved = url.replace("arcus", "arcus-eu");

export const apiKey = "eyJhbGciOiJIUzI1NiJ9.invented-for-these-tests";

/** Creates a client of a stub service with these responses. */
export function clientOf(responses: readonly StubResponse[], options: ClientOptions = {}) {
  const { fetch, requests } = stubService(...responses);
  return { client: createClient({ apiKey, fetch, ...options }), requests };
}

/** Creates a run on a stub service; resolves to the result or the error, and to the requests that were sent. */
export async function create(responses: readonly StubResponse[], options?: ClientOptions, callOptions?: CallOptions) {
  const { client, requests } = clientOf(responses, options);
  const settled: unknown = await client.createTestRun(input, callOptions).catch((error: unknown) => error);
  return { settled, requests };
}

/** Creates a run on a stub service; resolves to the error. */
export async function errorOf(response: StubResponse, options?: ClientOptions): Promise<Error> {
  const { settled } = await create([response], options);
  if (!(settled instanceof Error)) throw new Error("The call resolved.");
  return settled;
}

/** Creates the error of a name without an address, by which Node proves that nothing was sent. */
export const noAddress = () =>
  new TypeError("fetch failed", {
    cause: Object.assign(new Error("getaddrinfo"), {
      code: "ENOTFOUND",
      syscall: "getaddrinfo",
      hostname: "arcus.testsigma.com",
    }),
  });

/** Creates a function that throws this. */
export const throws = (thrown: unknown) => () => {
  throw thrown;
};

/** Waits for an event that never comes. */
export const never = () => new Promise<never>(() => {});

/** Creates a response whose body never ends. */
export const stalling = (status = 200) => new Response(new ReadableStream({ pull: never }), { status });

/** Creates a response whose body comes in these pieces and then ends or breaks off. */
export const inPieces = (pieces: readonly Uint8Array[], init: ResponseInit = {}, end?: { error: unknown }) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        if (end) controller.error(end.error);
        else controller.close();
      },
    }),
    init,
  );
