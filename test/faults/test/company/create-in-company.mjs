/**
 * Creates runs in a process that another library changes, and prints what the client reports for each. Usage: `node
 * create-in-company.mjs <company> <base URL> <id> …`; a company is a package, what it does, and when.
 */
import { createClient } from "@testsigma-tms/client";
import { testKey } from "../../src/rig/protocol.ts";

const [company, baseUrl, ...ids] = process.argv.slice(2);
const [packageName, change, time] = company.split(", ");
const { Agent, RetryAgent, setGlobalDispatcher, interceptors } = await import(packageName);

const changes = {
  "only imported": () => {},
  "its Agent as global dispatcher": () => setGlobalDispatcher(new Agent()),
  "its RetryAgent as global dispatcher": () => setGlobalDispatcher(new RetryAgent(new Agent())),
  "its retry interceptor as global dispatcher": () => setGlobalDispatcher(new Agent().compose(interceptors.retry())),
  "its cache interceptor as global dispatcher": () => setGlobalDispatcher(new Agent().compose(interceptors.cache())),
  "a logging fetch over the global one": () => {
    const { fetch } = globalThis;
    globalThis.fetch = async (input, init) => {
      const response = await fetch(input, init);
      await fetch(`${process.env.CLOSED_LOG_SERVER}/log`, { method: "POST", body: "created" });
      return response;
    };
  },
};

const client = createClient({ apiKey: testKey, baseUrl, maxRetries: 2 });
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
      ({ name, outcome, message }) => `${name} ${outcome}: ${message}`,
    );

if (time === "before the first request") changes[change]();
const results = [];
for (const id of ids) {
  results.push(await create(id));
  if (time === "after the first request" && results.length === 1) changes[change]();
}
console.log(JSON.stringify(results));
process.exit();
