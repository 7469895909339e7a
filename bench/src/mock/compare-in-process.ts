import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createMockFetch } from "@testsigma-tms/mock";
import { takeTurns } from "../measure/take-turns.ts";
import { documentedRequest } from "./documented-request.ts";

const calls = 500;
const own = "createMockFetch()";

/** Returns the rows of a table with the time that a request takes without a socket. */
export async function compareInProcess(peers: string, rounds: number) {
  const mock = createMockFetch();
  const mockUrl = `https://arcus.testsigma.com/api/v1${documentedRequest.path}`;
  const example = await (await mock(mockUrl, documentedRequest.init)).json();
  const { resolve } = createRequire(join(peers, "package.json"));
  const { http, HttpResponse } = await import(pathToFileURL(resolve("msw")).href);
  const { setupServer } = await import(pathToFileURL(resolve("msw/node")).href);
  // Nothing listens on this port, so a request that msw let through would fail.
  const mswUrl = `http://127.0.0.1:10${documentedRequest.path}`;
  const server = setupServer(http.post(mswUrl, () => HttpResponse.json(example)));

  async function callAll(send: () => Promise<Response>): Promise<void> {
    for (let done = 0; done < calls; done++) await (await send()).json();
  }
  const turns = [
    { name: own, run: () => callAll(() => mock(mockUrl, documentedRequest.init)) },
    {
      name: "msw, setupServer()",
      // `fetch` is looked up at each call, because msw replaces the global.
      run: () => callAll(() => fetch(mswUrl, documentedRequest.init)),
    },
  ];
  server.listen({ onUnhandledRequest: "error" });
  const results = await takeTurns(turns, { rounds, baseline: own });
  server.close();
  return [
    ["Mock", "a request: µs", "ratio"],
    ...results.map(({ name, milliseconds, ratio }) => [
      name,
      ((milliseconds / calls) * 1000).toFixed(0),
      ratio.toFixed(2),
    ]),
  ];
}
