/** Compares random sequences of requests with a small model: the memory never contradicts itself or the spec. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createMockFetch, type MockFetch } from "../src/index.js";
import { projectId, smallestRun } from "./create-run.js";

interface Run {
  id: string;
  title: string;
  status: string;
}

/** The expected state. */
interface Model {
  runs: Run[];
}

interface Real {
  ask(method: string, path: string, body?: object): Promise<{ status: number; content: Record<string, never> }>;
}

const runs = `/api/v1/projects/${projectId}/test_runs`;

/** Makes a command that asks the mock and compares its response with the model. */
function command(name: string, run: (model: Model, real: Real) => Promise<void>, needsRun = false) {
  return { check: ({ runs }: Model) => !needsRun || runs.length > 0, toString: () => name, run };
}

const create = (title: string) =>
  command(`create ${title}`, async (model, { ask }) => {
    const { status, content } = await ask("POST", runs, { ...smallestRun, title });
    const isTaken = model.runs.some((run) => run.title === title);
    expect(status).toBe(isTaken ? 400 : 200);
    if (!isTaken) model.runs.push((content as unknown as { data: { test_run: Run } }).data.test_run);
  });

const pick = ({ runs }: Model, index: number) => runs[index % runs.length] as Run;

function update(index: number, changes: Partial<Run>) {
  const run = async (model: Model, { ask }: Real) => {
    const run = pick(model, index);
    const isTaken = model.runs.some(({ id, title }) => id !== run.id && title === changes.title);
    const isRejected = run.status === "CLOSED" || isTaken;
    expect((await ask("PUT", `${runs}/${run.id}`, changes)).status).toBe(isRejected ? 400 : 200);
    if (!isRejected) Object.assign(run, changes);
  };
  return command(`update ${index} ${JSON.stringify(changes)}`, run, true);
}

function remove(index: number) {
  const run = async (model: Model, { ask }: Real) => {
    const { id } = pick(model, index);
    expect((await ask("DELETE", `${runs}/${id}`)).status).toBe(204);
    expect((await ask("GET", `${runs}/${id}`)).status).toBe(404);
    model.runs = model.runs.filter((run) => run.id !== id);
  };
  return command(`delete ${index}`, run, true);
}

const list = (size: number) =>
  command(`list by ${size}`, async (model, { ask }) => {
    const listed: Run[] = [];
    let next = `${runs}?page_size=${size}`;
    while (next !== "") {
      const { content } = await ask("GET", next);
      const page = content as unknown as {
        data: { test_runs: Run[] };
        page_info: Record<"next" | "total_count", string>;
      };
      expect(page.page_info.total_count).toBe(model.runs.length);
      listed.push(...page.data.test_runs);
      next = page.page_info.next.replace(/^https?:\/\/[^/]+/, "");
    }
    const shown = (all: Run[]) => all.map(({ id, title, status }) => ({ id, title, status }));
    expect(shown(listed)).toEqual(shown(model.runs));
  });

const title = fc.constantFrom("Nightly", "Smoke", "Release");
const index = fc.nat(5);
const commands = fc.commands(
  [
    title.map(create),
    fc.tuple(index, fc.record({ title })).map(([one, changes]) => update(one, changes)),
    index.map((one) => update(one, { status: "CLOSED" })),
    index.map(remove),
    fc.integer({ min: 1, max: 3 }).map(list),
  ],
  { maxCommands: 20 },
);

async function setUp(send: MockFetch) {
  const ask: Real["ask"] = async (method, path, body) => {
    const response = await send(`http://mock.test${path}`, {
      method,
      headers: { Authorization: "Bearer any", "Content-Type": "application/json" },
      body: body ? JSON.stringify(body) : null,
    });
    const text = await response.text();
    return { status: response.status, content: text === "" ? {} : JSON.parse(text) };
  };
  const { content } = await ask("GET", runs);
  const { data } = content as unknown as { data: { test_runs: Run[] } };
  return { model: { runs: data.test_runs }, real: { ask } };
}

it("agrees with its model", async () => {
  const run = (sequence: Iterable<fc.AsyncCommand<Model, Real>>) =>
    fc.asyncModelRun(() => setUp(createMockFetch({ state: true })), sequence);
  await fc.assert(fc.asyncProperty(commands, run), { numRuns: 200 });
});
