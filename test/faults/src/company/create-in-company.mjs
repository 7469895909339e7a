/**
 * Creates runs in a process that another library changes, and prints what the client reports for each. Usage: `node
 * create-in-company.mjs <company> <base URL> <id> …`; a company is a package, what it does, and when. `COMPANY_FROM` is
 * the folder to load the package from, `CLOSED_SERVER` an address that refuses. Imports no TypeScript, for Node 20.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { join } from "node:path";
import { createClient } from "@testsigma-tms/client";

const [company, baseUrl, ...ids] = process.argv.slice(2);
const [packageName, change, time] = company.split(/, (.*), /);
const { COMPANY_FROM, CLOSED_SERVER } = process.env;
const load = (name) => (COMPANY_FROM ? createRequire(join(COMPANY_FROM, "package.json"))(name) : import(name));

const composed = (name) => (library) =>
  library.setGlobalDispatcher(new library.Agent().compose(library.interceptors[name]()));

/** Starts a proxy that tunnels, and returns its URL. */
async function startProxy() {
  const proxy = createServer().on("connect", (request, socket) => {
    const target = connect(new URL(`http://${request.url}`).port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connected\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
    for (const [one, other] of [
      [target, socket],
      [socket, target],
    ])
      one.on("error", () => {}).on("close", () => other.destroy());
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${proxy.address().port}`;
}

const changes = {
  "only imported": () => {},
  "its Agent": ({ Agent, setGlobalDispatcher }) => setGlobalDispatcher(new Agent()),
  "its RetryAgent": ({ Agent, RetryAgent, setGlobalDispatcher }) => setGlobalDispatcher(new RetryAgent(new Agent())),
  "its retry interceptor": composed("retry"),
  "its cache interceptor": composed("cache"),
  "its ProxyAgent": async ({ ProxyAgent, setGlobalDispatcher }) =>
    setGlobalDispatcher(new ProxyAgent({ uri: await startProxy(), proxyTunnel: true })),
  "its EnvHttpProxyAgent": async ({ EnvHttpProxyAgent, setGlobalDispatcher }) =>
    setGlobalDispatcher(new EnvHttpProxyAgent({ httpProxy: await startProxy(), noProxy: "", proxyTunnel: true })),
  "its ProxyAgent, whose proxy refuses": ({ ProxyAgent, setGlobalDispatcher }) =>
    setGlobalDispatcher(new ProxyAgent(CLOSED_SERVER)),
  "its server, which lets requests pass": ({ setupServer }) => setupServer().listen({ onUnhandledRequest: "bypass" }),
  "its interceptors of another host": (nock) => (nock.default ?? nock)("http://other.example").get("/").reply(200),
  "its instrumentation": ({ UndiciInstrumentation }) => {
    const { registerInstrumentations } = load("@opentelemetry/instrumentation");
    const { propagation } = load("@opentelemetry/api");
    propagation.setGlobalPropagator({
      inject: (_context, carrier, setter) => setter.set(carrier, "traceparent", "00-1-1-01"),
      extract: (context) => context,
      fields: () => ["traceparent"],
    });
    registerInstrumentations({ instrumentations: [new UndiciInstrumentation()] });
  },
  "a logging fetch over the global one": () => {
    const { fetch } = globalThis;
    globalThis.fetch = async (input, init) => {
      const response = await fetch(input, init);
      await fetch(`${CLOSED_SERVER}/log`, { method: "POST", body: "created" });
      return response;
    };
  },
};

const client = createClient({ baseUrl, maxRetries: 2 });
const create = (id) =>
  client
    .createTestRun({
      project_id: id,
      title: `Run ${id}`,
      status: "ACTIVE",
      selection_type: "STATIC",
      static_selection_filters: [],
    })
    .then(
      () => "succeeded",
      ({ name, outcome }) => `${name} ${outcome}`,
    );

const results = [];
for (const id of ids) {
  if (results.length === (time === "before the first request" ? 0 : 1)) await changes[change](await load(packageName));
  results.push(await create(id));
}
console.log(JSON.stringify(results));
process.exit();
