import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { afterAll, beforeAll, expect, it } from "vitest";
import { companies } from "./company.ts";
import { cut, type Reply, success } from "./src/reply.ts";
import { testKey } from "./src/rig/protocol.ts";
import { type Rig, startRig } from "./src/rig/rig.ts";

const script = fileURLToPath(new URL("./company.ts", import.meta.url));

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig[Symbol.asyncDispose]());

/** Returns what the client reported for each create next to a library, and how often the rig executed it. */
async function createBeside(company: string, replies: Reply[]): Promise<string[]> {
  const runs = replies.map((reply) => rig.ledger.script({ replies: [reply] }));
  const args = [script, company, `${rig.addresses.rig}/api/v1`, ...runs.map(({ id }) => id)];
  const env = { TESTSIGMA_API_KEY: testKey, CLOSED_SERVER: rig.addresses["closed port"] };
  const { stdout } = await x(process.execPath, args, { throwOnError: true, nodeOptions: { env } });
  const reported: string[] = JSON.parse(stdout);
  return reported.map((result, index) => `${result}, executed ${runs[index]?.record.executed}`);
}

const keptOpen = success({ keepAlive: true });
const refusing = ["undici 8, a proxy that refuses", "a logging fetch whose server refuses"];
const others = Object.keys(companies).filter((company) => !refusing.includes(company));

it.concurrent.each(others)("a create is executed once even if its connection dies: %s", async (company) => {
  const dying = success(cut("before the response", "resetting"));

  expect(await createBeside(company, [keptOpen, keptOpen, dying, keptOpen])).toEqual([
    "succeeded, executed 1",
    "succeeded, executed 1",
    "ConnectionError unknown, executed 1",
    "succeeded, executed 1",
  ]);
});

it.concurrent.each([
  ["undici 8, a proxy that refuses", 0],
  ["a logging fetch whose server refuses", 1],
])("a create has an unknown outcome with %s", async (company, executed) => {
  expect(await createBeside(company, [success(), success()])).toEqual([
    "succeeded, executed 1",
    `ConnectionError unknown, executed ${executed}`,
  ]);
});
