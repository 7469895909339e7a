/**
 * One successful call over a stubbed `fetch`: the client's method and its `http` beside plain openapi-fetch, in turn and
 * in one run, so that the ratios hold where the machine is noisy.
 */
import { createClient } from "@testsigma-tms/client";
import type { paths } from "@testsigma-tms/types";
import createOpenApiFetch from "openapi-fetch";
import { median } from "./median.ts";

const rounds = 25;
const callsPerRound = 2000;

const baseUrl = "https://arcus.testsigma.com/api/v1";
const path = "/projects/{project_id}/test_runs";
const project_id = "c47ade67-0543-4582-a4a5-b7de447c94f5";
const body = {
  project_id,
  title: "Nightly regression",
  status: "ACTIVE",
  selection_type: "STATIC" as const,
  static_selection_filters: [{ field: "id", operator: "IN", values: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"] }],
};
const answer = JSON.stringify({ message: "", data: { test_run: { id: project_id, human_id: "DEMO-R-1" } } });
async function fetch() {
  return new Response(answer, { headers: { "content-type": "application/json" } });
}

const plain = createOpenApiFetch<paths>({ baseUrl, fetch, headers: { authorization: "Bearer key" } });
const testsigma = createClient({ apiKey: "key", baseUrl, fetch });

const contestants = {
  "openapi-fetch": () => plain.POST(path, { params: { path: { project_id } }, body }),
  "client, method": () => testsigma.createTestRun(body),
  "client, http": () => testsigma.http.POST(path, { params: { path: { project_id } }, body }),
};

/** Microseconds a call takes. */
async function measure(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let calls = 0; calls < callsPerRound; calls++) await call();
  return ((performance.now() - start) / callsPerRound) * 1000;
}

const times = Object.entries(contestants).map(([name, call]) => ({ name, call, microseconds: [] as number[] }));
// The first two rounds warm up.
for (let round = -2; round < rounds; round++) {
  for (const { call, microseconds } of times) {
    const time = await measure(call);
    if (round >= 0) microseconds.push(time);
  }
}

const [base] = times;
console.log(`${rounds} rounds of ${callsPerRound} calls each, medians; ratios are taken round by round.\n`);
console.log("| Call | µs | times openapi-fetch |\n|---|---|---|");
for (const { name, microseconds } of times) {
  const ratio = median(microseconds.map((time, round) => time / (base?.microseconds[round] ?? Number.NaN)));
  console.log(`| ${name} | ${median(microseconds).toFixed(1)} | ${ratio.toFixed(2)} |`);
}
