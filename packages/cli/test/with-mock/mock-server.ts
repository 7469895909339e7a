import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { createMockFetch, type StateOptions } from "@testsigma-tms/mock";
import { onTestFinished } from "vitest";

/** A mock with memory behind a socket. Every request can be watched before and after it is executed. */
export interface MockServer {
  readonly baseUrl: string;
  /** Reads from the mock directly, as a person who checks what was recorded. */
  get(path: string): Promise<unknown>;
  /** Called before a request is executed, which waits for it, and after it. Returning "lost" drops the connection. */
  before: Watcher;
  after: Watcher;
}

type Watcher = (request: { method: string; path: string; index: number }) => "lost" | unknown;

const host = "https://test-management.testsigma.com";

export async function serveMock(state: StateOptions = {}): Promise<MockServer> {
  // Direct reads happen seconds later, so that the rate limit does not affect them.
  let laterMs = 0;
  const now = () => Date.now() + laterMs;
  const mock = createMockFetch({ state: { casesAfterReads: 0, now, ...state } });
  let count = 0;
  const watchers: Pick<MockServer, "before" | "after"> = { before: () => undefined, after: () => undefined };
  const server = createServer(async (request, response) => {
    const { method = "GET", url: path = "/" } = request;
    const seen = { method, path, index: count++ };
    const body = await buffer(request);
    if ((await watchers.before(seen)) === "lost") return request.socket.destroy();
    const headers = new Headers(
      Object.entries(request.headers).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
    );
    headers.delete("host");
    const mocked = await mock(`${host}${path}`, { method, headers, ...(body.length > 0 && { body }) });
    if (watchers.after(seen) === "lost") return request.socket.destroy();
    response.writeHead(mocked.status, Object.fromEntries(mocked.headers)).end(Buffer.from(await mocked.arrayBuffer()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  return Object.assign(watchers, {
    baseUrl: `http://127.0.0.1:${port}/api/v1`,
    get: async (path: string): Promise<unknown> => {
      laterMs += 2_000;
      return (await mock(`${host}/api/v1${path}`, { headers: { authorization: "Bearer any" } })).json();
    },
  });
}

const project = "/projects/c47ade67-0543-4582-a4a5-b7de447c94f5";

/** Returns the runs with a title, each with its results by human id. */
export async function runsOf(server: MockServer, title: string) {
  const { data } = (await server.get(`${project}/test_runs?page_size=100`)) as {
    data: { test_runs: { id: string; title: string; status: string }[] };
  };
  return Promise.all(
    data.test_runs
      .filter((run) => run.title === title)
      .map(async ({ id, status }) => {
        const cases = (await server.get(`${project}/test_runs/${id}/test_cases?page_size=100`)) as {
          data: { test_run_cases: { status: string; test_case: { human_id: string } }[] };
        };
        const results = cases.data.test_run_cases.map((row) => [row.test_case.human_id, row.status]);
        return { id, status, results: Object.fromEntries(results) as Record<string, string> };
      }),
  );
}
