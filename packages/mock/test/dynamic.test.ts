import spec from "@testsigma-tms/spec/openapi.json" with { type: "json" };
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
import { loadDocument } from "../src/document/load-document.js";
import type { Operation } from "../src/document/operation.js";
import { createMockFetch } from "../src/index.js";
import { Responses } from "../src/response/responses.js";
import { createRun, runOf } from "./create-run.js";

const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(spec, "spec");
const responses = Object.entries(spec.paths["/projects/{project_id}/test_runs"].post.responses);

it.each(responses)(
  "generates answers of status %s that fit the description, whatever the seed",
  async (status, { $ref }) => {
    const fits = ajv.getSchema(`spec${$ref}/content/application~1json/schema`);
    const { operations } = await loadDocument();
    const answers = new Responses();
    for (let seed = 0; seed < 200; seed++) {
      const choice = { status: Number(status), mediaType: "application/json" };
      const { content } = await answers.generated(operations[0] as Operation, choice, String(seed));
      expect(fits?.(content), JSON.stringify({ seed, content, errors: fits?.errors })).toBe(true);
    }
  },
);

it("generates the same answer from the same seed, another from another", async () => {
  const answers = async (seed: string) => (await createRun(createMockFetch({ dynamic: true, seed }))).json();

  expect(await answers("a")).toEqual(await answers("a"));
  expect(await answers("a")).not.toEqual(await answers("b"));
});

it("generates another answer each time without a seed", async () => {
  const mock = createMockFetch({ dynamic: true });

  expect(await (await createRun(mock)).json()).not.toEqual(await (await createRun(mock)).json());
});

it("keeps the seed of one request out of others that run beside it", async () => {
  const seeded = createMockFetch({ dynamic: true, seed: "a" });
  const unseeded = createMockFetch({ dynamic: true });
  const [first, , second] = await Promise.all([createRun(seeded), createRun(unseeded), createRun(seeded)]);

  expect(await first.json()).toEqual(await second.json());
});

it("generates no members that the description does not name", async () => {
  const mock = createMockFetch({ dynamic: true });
  const documented = Object.keys(spec.components.schemas.TestRun.properties);
  for (let call = 0; call < 20; call++) {
    const body = (await (await createRun(mock)).json()) as { data: { test_run: object } };
    expect(Object.keys(body)).toEqual(["data", "message"]);
    expect(Object.keys(body.data)).toEqual(["test_run"]);
    expect(documented).toEqual(expect.arrayContaining(Object.keys(body.data.test_run)));
  }
});

it("generates what looks like a test run", async () => {
  const mock = createMockFetch({ dynamic: true });
  for (let call = 0; call < 100; call++) {
    const run = await runOf(await createRun(mock));
    expect(run).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      human_id: expect.stringMatching(/^DEMO-R-\d+$/),
      status: "ACTIVE",
    });
    for (const time of ["created_at", "updated_at", "start_date", "end_date"]) {
      const year = new Date(Number(run[time]) * 1000).getUTCFullYear();
      expect([2023, 2024, 2025]).toContain(year);
    }
    expect(Number(run.created_at)).toBeLessThanOrEqual(Number(run.updated_at));
    expect(Number(run.start_date)).toBeLessThanOrEqual(Number(run.end_date));
  }
});

it("generates for one request with Prefer: dynamic=true", async () => {
  const mock = createMockFetch();
  const generated = await runOf(await createRun(mock, { headers: { Prefer: "dynamic=true" } }));

  expect(generated.title).not.toBe("Regression suite — patient portal");
  expect((await runOf(await createRun(mock))).title).toBe("Regression suite — patient portal");
});

it("plays a named example even where it generates", async () => {
  const response = await createRun(createMockFetch({ dynamic: true }), { headers: { Prefer: "example=created" } });

  expect((await runOf(response)).title).toBe("Regression suite — patient portal");
});
