import { AuthenticationError, createClient, ServerError, ValidationError } from "@testsigma-tms/client";
import { createMockFetch } from "@testsigma-tms/mock";
import { expect, it } from "vitest";
import { createNightlyRun } from "./create-nightly-run.mjs";

const night = { projectId: "c47ade67-0543-4582-a4a5-b7de447c94f5", date: "2026-11-23" };

it("creates the run of the night", async () => {
  // With state, the mock remembers what is sent, instead of responding with the documented example.
  const testsigma = createClient({ apiKey: "test-key", fetch: createMockFetch({ state: true }) });

  const run = await createNightlyRun(testsigma, night);

  expect(run).toMatchObject({ title: "Nightly smoke test 2026-11-23", label_names: ["Nightly"] });
});

it("selects the smoke test cases of the project", async () => {
  const mock = createMockFetch();

  await createNightlyRun(createClient({ apiKey: "test-key", fetch: mock }), night);

  expect(mock.requests).toMatchObject([
    {
      operation: "createTestRun",
      body: {
        project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
        static_selection_filters: [
          {
            field: "id",
            operator: "IN",
            values: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d", "0f1d7c52-6a3b-4f0e-9a55-3c8b1e6f7d20"],
          },
        ],
      },
      violations: [],
    },
  ]);
});

it("succeeds if the run exists already", async () => {
  const mock = createMockFetch({ scenarios: { createTestRun: ["duplicate_title"] } });

  expect(await createNightlyRun(createClient({ apiKey: "test-key", fetch: mock }), night)).toBeUndefined();
});

it("waits for the rate limit and tries again", async () => {
  const mock = createMockFetch({ scenarios: { createTestRun: ["rate_limited"] } });

  const run = await createNightlyRun(createClient({ apiKey: "test-key", fetch: mock }), night);

  expect(run).toMatchObject({ human_id: "DEMO-R-1" });
  expect(mock.requests.map(({ status }) => status)).toEqual([500, 200]);
});

it("does not try again after an internal error, which may have created the run", async () => {
  const mock = createMockFetch({ scenarios: { createTestRun: ["internal_error"] } });

  const creation = createNightlyRun(createClient({ apiKey: "test-key", fetch: mock }), night);

  await expect(creation).rejects.toThrow(ServerError);
  expect(mock.requests).toHaveLength(1);
});

it("fails with a rejected API key", async () => {
  // The mock rejects this key and accepts every other.
  const testsigma = createClient({ apiKey: "invalid", fetch: createMockFetch() });

  await expect(createNightlyRun(testsigma, night)).rejects.toThrow(AuthenticationError);
});

it("fails with an invalid project id", async () => {
  const testsigma = createClient({ apiKey: "test-key", fetch: createMockFetch() });

  await expect(createNightlyRun(testsigma, { ...night, projectId: "kestrel" })).rejects.toThrow(ValidationError);
});
