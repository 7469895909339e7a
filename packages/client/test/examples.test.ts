import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { createClient } from "../src/index.js";
import { validation } from "../src/validation.js";
import { json, stubService } from "./stub-service.js";

const source = await readFile(new URL("../src/generated/operations.ts", import.meta.url), "utf8");
const docs = source.replaceAll(/^ {3}\* ?/gm, "");
const examples = [...docs.matchAll(/^@example\n(?:import [^\n]*\n\n)?(await testsigma\.(\w+)\(.*?\);)$/gms)].map(
  ([, code = "", id = ""]) => ({
    id,
    code,
  }),
);

it("every operation that requires input has an example", () => {
  const requireInput = [...source.matchAll(/^ {2}(\w+): \(input:/gm)].map(([, id]) => id);
  expect(examples.map(({ id }) => id)).toEqual(requireInput);
});

it.each(examples)("the example of $id is sent, and fits the spec", async ({ id, code }) => {
  const service = stubService(json({ message: "no" }, 404));
  const testsigma = createClient({ apiKey: "key", fetch: service.fetch, validation: validation() });
  const run = new Function("testsigma", "readFile", `return (async () => { ${code} })()`);
  await expect(run(testsigma, async () => "<testsuites/>")).rejects.toMatchObject({
    name: "NotFoundError",
    operation: id,
  });
  expect(service.requests).toHaveLength(1);
});
