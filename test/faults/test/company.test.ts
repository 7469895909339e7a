import { afterAll, beforeAll, expect, it } from "vitest";
import { createInCompany, dyingInBetween, oneUnknown, times } from "../src/company/play-company.ts";
import { success } from "../src/reply.ts";
import { type Rig, startRig } from "../src/rig/rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const [before, after] = times;
const changes = ["its Agent", "its RetryAgent", "its retry interceptor", "its ProxyAgent", "its EnvHttpProxyAgent"];
const cache = "its cache interceptor";
const companies = [
  ...["undici-6", "undici-7", "undici"].flatMap((undici) => changes.map((change) => `${undici}, ${change}, ${after}`)),
  // undici 6 has no cache.
  ...["undici-7", "undici"].map((undici) => `${undici}, ${cache}, ${after}`),
  ...["only imported", ...changes, cache].map((change) => `undici, ${change}, ${before}`),
];

it.concurrent.each(companies)("a create is executed once, also if its connection dies: %s", async (company) => {
  expect(await createInCompany(rig, company, dyingInBetween)).toEqual(oneUnknown);
});

const logging = "a logging fetch over the global one";
const refusing = "its ProxyAgent, whose proxy refuses";
const succeeded = "succeeded, executed 1";
const executed = "ConnectionError unknown, executed 1";
const notExecuted = "ConnectionError unknown, executed 0";
it.concurrent.each([
  [logging, before, [executed, executed]],
  [logging, after, [succeeded, executed]],
  [refusing, before, [notExecuted, notExecuted]],
  [refusing, after, [succeeded, notExecuted]],
])("a create through %s is of unknown outcome, %s", async (change, time, expected) => {
  expect(await createInCompany(rig, `undici, ${change}, ${time}`, [success(), success()])).toEqual(expected);
});
