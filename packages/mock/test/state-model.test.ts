/** Compares random sequences of requests with a small model: the memory never contradicts itself or the spec. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createMockFetch, startMock } from "../src/index.js";
import { projectId, smallestRun, to } from "./create-run.js";

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

class Create implements fc.AsyncCommand<Model, Real> {
  readonly title: string;
  constructor(title: string) {
    this.title = title;
  }
  check = () => true;
  toString = () => `create ${this.title}`;

  async run(model: Model, { ask }: Real) {
    const { status, content } = await ask("POST", runs, { ...smallestRun, title: this.title });
    const isTaken = model.runs.some(({ title }) => title === this.title);
    expect(status).toBe(isTaken ? 400 : 200);
    if (!isTaken) model.runs.push((content as unknown as { data: { test_run: Run } }).data.test_run);
  }
}

abstract class OnRun implements fc.AsyncCommand<Model, Real> {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
  check = ({ runs }: Model) => runs.length > 0;
  pick = ({ runs }: Model) => runs[this.index % runs.length] as Run;
  abstract run(model: Model, real: Real): Promise<void>;
}

class Update extends OnRun {
  readonly changes: Partial<Run>;
  constructor(index: number, changes: Partial<Run>) {
    super(index);
    this.changes = changes;
  }
  override toString = () => `update ${this.index} ${JSON.stringify(this.changes)}`;

  async run(model: Model, { ask }: Real) {
    const run = this.pick(model);
    const isTaken = model.runs.some(({ id, title }) => id !== run.id && title === this.changes.title);
    const isRejected = run.status === "CLOSED" || isTaken;
    expect((await ask("PUT", `${runs}/${run.id}`, this.changes)).status).toBe(isRejected ? 400 : 200);
    if (!isRejected) Object.assign(run, this.changes);
  }
}

class Delete extends OnRun {
  override toString = () => `delete ${this.index}`;

  async run(model: Model, { ask }: Real) {
    const { id } = this.pick(model);
    expect((await ask("DELETE", `${runs}/${id}`)).status).toBe(204);
    expect((await ask("GET", `${runs}/${id}`)).status).toBe(404);
    model.runs = model.runs.filter((run) => run.id !== id);
  }
}

class List implements fc.AsyncCommand<Model, Real> {
  readonly size: number;
  constructor(size: number) {
    this.size = size;
  }
  check = () => true;
  toString = () => `list by ${this.size}`;

  async run(model: Model, { ask }: Real) {
    const listed: Run[] = [];
    let next = `${runs}?page_size=${this.size}`;
    while (next !== "") {
      const { content } = await ask("GET", next);
      const page = content as unknown as {
        data: { test_runs: Run[] };
        page_info: { next: string; total_count: number };
      };
      expect(page.page_info.total_count).toBe(model.runs.length);
      listed.push(...page.data.test_runs);
      next = page.page_info.next.replace(/^https?:\/\/[^/]+/, "");
    }
    const shown = listed.map(({ id, title, status }) => ({ id, title, status }));
    expect(shown).toEqual(model.runs.map(({ id, title, status }) => ({ id, title, status })));
  }
}

const title = fc.constantFrom("Nightly", "Smoke", "Release");
const index = fc.nat(5);
const commands = fc.commands(
  [
    title.map((one) => new Create(one)),
    fc.tuple(index, fc.record({ title })).map(([one, changes]) => new Update(one, changes)),
    index.map((one) => new Update(one, { status: "CLOSED" })),
    index.map((one) => new Delete(one)),
    fc.integer({ min: 1, max: 3 }).map((size) => new List(size)),
  ],
  { maxCommands: 20 },
);

async function setUp(send: (url: string, init: RequestInit) => Promise<Response>) {
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

it("agrees with its model, in process", async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      await fc.asyncModelRun(() => setUp(createMockFetch({ state: true })), sequence);
    }),
    { numRuns: 200 },
  );
}, 60_000);

it("agrees with its model, over HTTP", async () => {
  await using mock = await startMock({ state: true });
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      mock.clear();
      await fc.asyncModelRun(() => setUp(to(mock.url)), sequence);
    }),
    { numRuns: 40 },
  );
}, 60_000);
