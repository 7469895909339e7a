import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Reply, success } from "../../src/reply.ts";
import { type Rig, startRig } from "../../src/rig/rig.ts";

const script = fileURLToPath(new URL("create-in-company.mjs", import.meta.url));

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

/**
 * Creates a run for each reply, in a process that another library changes. Returns what the client reported for each
 * run, and how often it was executed.
 */
async function createInCompany(company: string, replies: Reply[]) {
  const runs = replies.map((reply) => rig.ledger.script({ replies: [reply] }));
  const args = [script, company, `${rig.addresses.rig}/api/v1`, ...runs.map(({ id }) => id)];
  const { stdout, stderr } = await x(process.execPath, args, {
    nodeOptions: { env: { CLOSED_LOG_SERVER: rig.addresses.closed } },
  });
  expect(stderr).toBe("");
  const said: string[] = JSON.parse(stdout);
  return said.map((result, index) => ({ result: result.split(":")[0], executed: runs[index]?.record.executed }));
}

const before = "before the first request";
const after = "after the first request";
const changes = [
  "its Agent as global dispatcher",
  "its RetryAgent as global dispatcher",
  "its retry interceptor as global dispatcher",
];
const cache = "its cache interceptor as global dispatcher";
const companies = [
  ...["undici-6", "undici-7", "undici"].flatMap((undici) => changes.map((change) => `${undici}, ${change}, ${after}`)),
  // undici 6 has no cache.
  ...["undici-7", "undici"].map((undici) => `${undici}, ${cache}, ${after}`),
  ...["only imported", ...changes, cache].map((change) => `undici, ${change}, ${before}`),
];
const succeeded = { result: "succeeded", executed: 1 };
const unknown = { result: "ConnectionError unknown", executed: 1 };

it.concurrent.each(companies)("a create is executed once, also if its connection dies: %s", async (company) => {
  const dying = success({ cut: { at: "before the response", by: "resetting" } });
  const keptOpen = success({ keepAlive: true });
  const created = await createInCompany(company, [keptOpen, keptOpen, dying, keptOpen]);
  expect(created).toEqual([succeeded, succeeded, unknown, succeeded]);
});

it.each([before, after])(
  "a create is executed once through a patched fetch whose log server refuses, %s",
  async (time) => {
    const company = `undici, a logging fetch over the global one, ${time}`;
    const created = await createInCompany(company, [success(), success()]);
    expect(created).toEqual([time === after ? succeeded : unknown, unknown]);
  },
);
