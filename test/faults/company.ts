/**
 * Creates runs in a process that another library changes, and prints what the client reports for each. Usage: `node
 * company.ts <company> <base URL> <id> …`. `CLOSED_SERVER` is an address that refuses connections.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { createClient, type TestsigmaError } from "@testsigma-tms/client";
import type undici from "undici";
import { runInput } from "./src/operations.ts";

const closedServer = process.env.CLOSED_SERVER ?? "";

type Undici = Pick<typeof undici, "Agent" | "interceptors" | "ProxyAgent" | "RetryAgent" | "setGlobalDispatcher">;
type CreateDispatcher = (library: Undici) => undici.Dispatcher | Promise<undici.Dispatcher>;

const retryAgent: CreateDispatcher = ({ Agent, RetryAgent }) => new RetryAgent(new Agent());
const cache: CreateDispatcher = ({ Agent, interceptors }) => new Agent().compose(interceptors.cache());
const proxyAgent: CreateDispatcher = async ({ ProxyAgent }) =>
  new ProxyAgent({ uri: await startProxy(), proxyTunnel: true });
const refusingProxyAgent: CreateDispatcher = ({ ProxyAgent }) => new ProxyAgent(closedServer);

/** Returns a function that makes a version of undici send the requests of the global `fetch`. */
function dispatcher(version: string, create: CreateDispatcher) {
  return async () => {
    const library: Undici = await import(version);
    library.setGlobalDispatcher(await create(library));
  };
}

/** What changes the process: after its first request, unless the name says otherwise. */
export const companies: Record<string, () => void | Promise<void>> = {
  "undici 6, its RetryAgent": dispatcher("undici-6", retryAgent),
  "undici 6, its ProxyAgent": dispatcher("undici-6", proxyAgent),
  "undici 7, its RetryAgent": dispatcher("undici-7", retryAgent),
  "undici 7, its ProxyAgent": dispatcher("undici-7", proxyAgent),
  "undici 8, its RetryAgent": dispatcher("undici", retryAgent),
  "undici 8, its RetryAgent, before the first request": dispatcher("undici", retryAgent),
  "undici 8, its ProxyAgent": dispatcher("undici", proxyAgent),
  "undici 8, its cache": dispatcher("undici", cache),
  msw: async () => (await import("msw/node")).setupServer().listen(),
  nock: async () => void (await import("nock")).default("http://other.example").get("/").reply(200),
  OpenTelemetry: async () => {
    const { propagation } = await import("@opentelemetry/api");
    const { registerInstrumentations } = await import("@opentelemetry/instrumentation");
    const { UndiciInstrumentation } = await import("@opentelemetry/instrumentation-undici");
    propagation.setGlobalPropagator({
      inject: (_context, carrier, setter) => setter.set(carrier, "traceparent", "00-1-1-01"),
      extract: (context) => context,
      fields: () => ["traceparent"],
    });
    registerInstrumentations({ instrumentations: [new UndiciInstrumentation()] });
  },
  "undici 8, a proxy that refuses": dispatcher("undici", refusingProxyAgent),
  "a logging fetch whose server refuses": () => {
    const { fetch } = globalThis;
    globalThis.fetch = async (input, init) => {
      const response = await fetch(input, init);
      await fetch(`${closedServer}/log`, { method: "POST", body: "created" });
      return response;
    };
  },
};

/** Starts a proxy that tunnels, and returns its URL. */
async function startProxy(): Promise<string> {
  const proxy = createServer().on("connect", (request, socket) => {
    const target = connect(Number(new URL(`http://${request.url}`).port), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connected\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
    target.on("error", () => {}).on("close", () => socket.destroy());
    socket.on("error", () => {}).on("close", () => target.destroy());
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}

if (import.meta.main) {
  const [company = "", baseUrl = "", ...ids] = process.argv.slice(2);
  const client = createClient({ baseUrl, maxRetries: 2 });
  const changedBefore = ids[company.endsWith("before the first request") ? 0 : 1];
  const results: string[] = [];
  for (const id of ids) {
    if (id === changedBefore) await companies[company]?.();
    const created = client.createTestRun(runInput(id));
    const report = ({ name, outcome }: TestsigmaError) => `${name} ${outcome}`;
    results.push(await created.then(() => "succeeded", report));
  }
  console.log(JSON.stringify(results));
  process.exit();
}
