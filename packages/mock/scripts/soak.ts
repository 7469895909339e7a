/**
 * `pnpm -C packages/mock soak [requests]`: fills the memory of a mock, then sends it 200,000 requests. Fails if it forgets
 * a seeded case, accepts more than its memory holds, or keeps more and more memory.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const load = (file: string): Promise<unknown> => import(new URL(`../dist/${file}`, import.meta.url).href);
const { createMockFetch } = (await load("index.js")) as typeof import("../src/index.js");
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const total = Number(process.argv[2] ?? 200_000);
/** The heap growth allowed after the first tenth of the requests, in bytes: far above noise, far below a leak. */
const allowedGrowth = 4 * 1024 * 1024;
const project = "c47ade67-0543-4582-a4a5-b7de447c94f5";
const mock = createMockFetch({ state: { casesAfterReads: 0 } });

async function call(method: string, path: string, body?: object) {
  const headers = { Authorization: "Bearer any-key", "Content-Type": "application/json" };
  const init = { method, headers, body: body ? JSON.stringify(body) : null };
  const response = await mock(`http://mock.test/api/v1/projects/${project}${path}`, init);
  const text = await response.text();
  if (!response.ok && response.status !== 507) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

/** Creates a run of every case. */
function createRun(title: string) {
  const selection = { selection_type: "DYNAMIC", static_selection_filters: [] };
  return call("POST", "/test_runs", { title, status: "ACTIVE", project_id: project, ...selection });
}

async function assertSeeded(): Promise<void> {
  const { page_info } = await call("GET", "/test_cases");
  if (page_info.total_count !== 5) throw new Error(`Of 5 seeded cases, ${page_info.total_count} are left.`);
}

/** Creates runs until the memory is full. */
async function fill(): Promise<number> {
  for (let runs = 0; ; runs++) {
    const { code } = await createRun(`Run ${runs}`);
    if (code === 507) return runs;
    if (runs > 10_000) throw new Error("The memory accepts more than 10,000 runs of 5 cases.");
  }
}

/** Creates a run of every case, reads it in every way and deletes it, in six requests. */
async function round(index: number): Promise<void> {
  const { data } = await createRun(`Run ${index}`);
  const { id } = data.test_run;
  const cases = await call("GET", `/test_runs/${id}/test_cases`);
  if (cases.page_info.total_count !== 5)
    throw new Error(`Run ${index} has ${cases.page_info.total_count} cases, not 5.`);
  await call("GET", `/test_runs/${id}`);
  await call("PUT", `/test_runs/${id}`, { title: `Run ${index}, changed` });
  await call("GET", "/test_runs");
  await call("DELETE", `/test_runs/${id}`);
}

function heap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const filled = await fill();
await assertSeeded();
mock.clear();
const rounds = Math.ceil(total / 6);
let first = 0;
for (let index = 1; index <= rounds; index++) {
  await round(index);
  if (index === Math.ceil(rounds / 10)) first = heap();
}
const growth = heap() - first;
await assertSeeded();
console.log(
  `The memory was full after ${filled} runs. After ${rounds * 6} requests, the seeded cases are there, and the heap grew by ${(growth / 1e6).toFixed(1)} MB after the first tenth.`,
);
if (growth > allowedGrowth) process.exitCode = 1;
