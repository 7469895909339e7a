import { expect, it } from "vitest";
import { createMockFetch, prefer } from "../src/index.js";
import { createRun, runOf, smallestRun } from "./create-run.js";

const sent = { ...smallestRun, description: "Before the release", label_names: ["Smoke"], start_date: 1_800_000_000 };

it("fills the response from the request", async () => {
  const response = await createRun(createMockFetch({ echo: true }), { body: JSON.stringify(sent) });
  const run = await runOf(response);

  expect(run).toMatchObject({
    title: "Nightly regression",
    description: "Before the release",
    status: "ACTIVE",
    project_id: smallestRun.project_id,
    selection_type: "STATIC",
    label_names: ["Smoke"],
    start_date: 1_800_000_000,
  });
});

it("leaves out what the request left out", async () => {
  const response = await createRun(createMockFetch({ echo: true }));
  const run = await runOf(response);

  expect(Object.keys(run)).toEqual([
    "id",
    "human_id",
    "created_at",
    "updated_at",
    "title",
    "status",
    "project_id",
    "selection_type",
  ]);
});

it("gives each run its own ids and the time of now, in seconds as documented", async () => {
  const mock = createMockFetch({ echo: true });
  const before = Math.floor(Date.now() / 1000);
  const first = await runOf(await createRun(mock));
  const second = await runOf(await createRun(mock));

  expect(first.id).not.toBe(second.id);
  expect([first.human_id, second.human_id]).toEqual(["DEMO-R-1", "DEMO-R-2"]);
  expect(first.created_at).toBeGreaterThanOrEqual(before);
  expect(first.created_at).toBeLessThanOrEqual(Date.now() / 1000);
});

it("plays a scenario as it is documented", async () => {
  const response = await createRun(createMockFetch({ echo: true }), { headers: prefer("created") });

  expect((await runOf(response)).title).toBe("Regression suite — patient portal");
});

it("is off by default", async () => {
  const response = await createRun(createMockFetch());

  expect((await runOf(response)).title).toBe("Regression suite — patient portal");
});
