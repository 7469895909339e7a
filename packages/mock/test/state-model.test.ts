/** Sends 3,600 random requests and compares each response with a small model of the documented rules. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createMockFetch } from "../src/index.js";
import { projectId, smallestRun } from "./create-run.js";

interface Thing {
  id: string;
  title: string;
  /** The folder, or the plan, that it is in; empty if it is in none. */
  parent: string;
  status?: string;
}
type Kind = "test_runs" | "folders" | "test_cases" | "test_plans";
type Model = Record<Kind, Thing[]>;
type Content = Record<string, unknown>;
type Ask = (method: string, path: string, body?: object) => Promise<{ status: number; content: Content }>;

const absent = "11111111-1111-4111-8111-111111111111";
const user = "5f9a82b6-4e79-4162-9da6-7a3c2e5f4183";
const ids = ["type_id", "status_id", "automation_type_id", "priority_id"];
const caseBody = { ...Object.fromEntries(ids.map((name) => [name, absent])), project_id: projectId };
const nouns = { test_runs: "test_run", folders: "folder", test_cases: "test_case", test_plans: "test_plan" } as const;
const parents = { test_runs: "test_plan_id", folders: "parent_folder_id", test_cases: "folder_id" } as const;
const kinds = Object.keys(nouns) as Kind[];

interface Step {
  verb: "create" | "update" | "move" | "delete" | "read" | "list" | "complete";
  kind: Kind;
  /** Chooses one of the things; beyond their number, one that does not exist. */
  index: number;
  parent: number;
  title: string;
  isUserKnown: boolean;
}

const steps = fc.array(
  fc.record<Step>({
    verb: fc.constantFrom("create", "create", "update", "move", "move", "delete", "read", "list", "complete"),
    kind: fc.constantFrom(...kinds),
    index: fc.nat(6),
    parent: fc.nat(6),
    title: fc.constantFrom("Nightly", "Smoke", "Release", "Login"),
    isUserKnown: fc.boolean(),
  }),
  { minLength: 60, maxLength: 60, size: "max" },
);

/** Predicts the status of a step and executes it in the model, with what the mock responds. */
async function take({ verb, kind, index, parent: place, title, isUserKnown }: Step, model: Model, ask: Ask) {
  const things = model[kind];
  const thing = things[index];
  const id = thing?.id ?? absent;
  const containers = kind === "test_runs" ? model.test_plans : model.folders;
  const parent = place === 0 ? "" : (containers[place - 1]?.id ?? absent);
  const isTitleTaken = kind === "test_runs" && things.some((other) => other !== thing && other.title === title);
  const path = `/${kind}`;

  if (verb === "create") {
    const own = {
      test_runs: {
        ...smallestRun,
        title,
        assignee_id: isUserKnown ? user : absent,
        ...(parent && { test_plan_id: parent }),
      },
      // Properties that a request must not set are not stored.
      folders: { name: title, parent_folder_id: parent, id: absent },
      test_cases: { ...caseBody, title, owner_id: isUserKnown ? user : absent, ...(parent && { folder_id: parent }) },
      test_plans: { title },
    }[kind];
    const hasUser = kind === "test_runs" || kind === "test_cases";
    const isRejected = (hasUser && (parent === absent || !isUserKnown)) || isTakenBy(things, title, kind);
    const { status, content } = await ask("POST", path, own);
    expect(status < 300).toBe(!isRejected);
    if (isRejected) return;
    const created = entityOf(content, kind);
    expect(created.id).not.toBe(absent);
    things.push({
      id: String(created.id),
      title,
      parent: hasUser ? parent : "",
      ...(kind === "test_runs" && { status: "ACTIVE" }),
    });
    return;
  }
  if (verb === "update" && kind !== "folders") {
    const isClosing = kind === "test_runs" && place === 6;
    const body = { ...(isClosing ? { status: "CLOSED" } : { title }), human_id: "CHANGED", created_at: 0, id: absent };
    const isRejected = thing?.status === "CLOSED" || (!isClosing && isTitleTaken);
    const { status } = await ask("PUT", `${path}/${id}`, body);
    expect(status).toBe(thing ? (isRejected ? 400 : 200) : 404);
    if (thing && !isRejected) Object.assign(thing, isClosing ? { status: "CLOSED" } : { title });
    return;
  }
  if (verb === "update" || (verb === "move" && kind === "folders")) {
    // An update cannot move a folder.
    const isMove = verb === "move";
    const { status } = isMove
      ? await ask("POST", `/folders/${id}/move`, { parent_folder_id: parent || null })
      : await ask("PUT", `/folders/${id}`, { name: title, parent_folder_id: id });
    const isMissing = !thing || (isMove && parent === absent);
    const isCycle = isMove && thing !== undefined && ancestorsOf(model.folders, parent).includes(id);
    expect(status).toBe(isMissing ? 404 : isCycle ? 400 : 200);
    if (thing && status === 200) Object.assign(thing, isMove ? { parent } : { title });
    return;
  }
  if (verb === "delete") {
    const { status } = await ask("DELETE", `${path}/${id}`);
    expect(status).toBe(thing ? (kind === "test_runs" ? 204 : 200) : 404);
    const gone =
      kind === "folders"
        ? model.folders.filter((other) => ancestorsOf(model.folders, other.id).includes(id))
        : thing
          ? [thing]
          : [];
    model[kind] = things.filter((other) => !gone.includes(other));
    const inside = kind === "folders" ? model.test_cases : kind === "test_plans" ? model.test_runs : [];
    for (const other of inside) if (gone.some((one) => one.id === other.parent)) other.parent = "";
    return;
  }
  if (verb === "complete") {
    const plan = model.test_plans[index];
    expect((await ask("POST", `/test_plans/${plan?.id ?? absent}/complete`)).status).toBe(plan ? 200 : 404);
    return;
  }
  if (verb === "read") {
    const { status, content } = await ask("GET", `${path}/${id}`);
    expect(status).toBe(thing ? 200 : 404);
    if (thing) expect(shownAs(kind, entityOf(content, kind))).toEqual(withoutStatus(thing));
    return;
  }
  const listed: object[] = [];
  for (let next = `${path}?page_size=${index + 1}`; next !== ""; ) {
    const { content } = await ask("GET", next);
    const { data, page_info } = content as unknown as {
      data: Record<string, object[]>;
      page_info: Record<string, string>;
    };
    expect(page_info.total_count).toBe(things.length);
    listed.push(...(data[kind] ?? []));
    next = String(page_info.next).replace(/^.*projects\/[^/]+/, "");
  }
  expect(listed.map((row) => shownAs(kind, row))).toEqual(things.map(withoutStatus));
}

const isTakenBy = (things: Thing[], title: string, kind: Kind) =>
  kind === "test_runs" && things.some((thing) => thing.title === title);

/** Returns a folder and those that it is in. */
function ancestorsOf(folders: Thing[], id: string): string[] {
  const folder = folders.find((other) => other.id === id);
  return folder ? [id, ...ancestorsOf(folders, folder.parent)] : [];
}

const entityOf = ({ data }: Content, kind: Kind) =>
  (data as Record<string, Record<string, unknown>>)[nouns[kind]] ?? {};

const withoutStatus = ({ status: _, ...thing }: Thing) => thing;

function shownAs(kind: Kind, row: object): object {
  const { id, title, name, ...others } = row as Record<string, unknown>;
  return { id, title: title ?? name, parent: kind === "test_plans" ? "" : (others[parents[kind]] ?? "") };
}

/** Makes a mock, and a model of the project that it starts with. */
async function open() {
  const mock = createMockFetch({ state: true });
  const ask: Ask = async (method, path, body) => {
    const response = await mock(`http://mock.test/api/v1/projects/${projectId}${path}`, {
      method,
      headers: { Authorization: "Bearer any", ...(body && { "Content-Type": "application/json" }) },
      body: body ? JSON.stringify(body) : null,
    });
    const text = await response.text();
    return { status: response.status, content: text === "" ? {} : JSON.parse(text) };
  };
  const model = {} as Model;
  for (const kind of kinds) {
    const { data } = (await ask("GET", `/${kind}?page_size=100`)).content as unknown as {
      data: Record<string, object[]>;
    };
    model[kind] = (data[kind] ?? []).map((row) => shownAs(kind, row) as Thing);
  }
  return { model, ask };
}

it("agrees with its model", async () => {
  const run = async (sequence: Step[]) => {
    const { model, ask } = await open();
    for (const step of sequence) await take(step, model, ask);
  };
  await fc.assert(fc.asyncProperty(steps, run), { numRuns: 60 });
});
