import { createClient } from "@testsigma-tms/client";
import type { paths } from "@testsigma-tms/types";
import { markdownTable } from "markdown-table";
import createOpenApiFetch from "openapi-fetch";
import { median } from "./median.ts";

const rounds = 25;
const warmUpRounds = 2;
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
const created = JSON.stringify({ message: "", data: { test_run: { id: project_id, human_id: "DEMO-R-1" } } });

/**
 * Prints the time of one successful call: the client's method and its `http` next to plain openapi-fetch, in turn and in
 * one run, so that the ratios hold where the machine is noisy.
 */
export async function compareClients(): Promise<void> {
  const fetch = async () => new Response(created, { headers: { "content-type": "application/json" } });
  const plain = createOpenApiFetch<paths>({ baseUrl, fetch, headers: { authorization: "Bearer key" } });
  const testsigma = createClient({ apiKey: "key", baseUrl, fetch });
  const contenders = [
    { name: "openapi-fetch", call: () => plain.POST(path, { params: { path: { project_id } }, body }) },
    { name: "client, method", call: () => testsigma.createTestRun(body) },
    { name: "client, http", call: () => testsigma.http.POST(path, { params: { path: { project_id } }, body }) },
  ];

  const times = contenders.map((): number[] => []);
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const [index, { call }] of contenders.entries()) {
      const microseconds = await measure(call);
      if (round >= 0) times[index]?.push(microseconds);
    }
  }

  const [base = []] = times;
  const ratios = times.map((own) => median(own.map((time, round) => time / (base[round] ?? Number.NaN))));
  const rows = contenders.map(({ name }, index) => [
    name,
    median(times[index] ?? []).toFixed(1),
    (ratios[index] ?? Number.NaN).toFixed(2),
  ]);
  console.log(`${rounds} rounds of ${callsPerRound} calls each, medians; ratios are taken round by round.\n`);
  console.log(markdownTable([["Call", "µs", "× openapi-fetch"], ...rows]));
  console.log(`\nA method takes ${ratios[1]?.toFixed(2)} × openapi-fetch's time.`);
}

/** Microseconds a call takes. */
async function measure(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let calls = 0; calls < callsPerRound; calls++) await call();
  return ((performance.now() - start) / callsPerRound) * 1000;
}
