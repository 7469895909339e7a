import type { CreateTestRunInput } from "@testsigma-tms/client";
import { readSpec } from "@testsigma-tms/codegen";

const { operations } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const createTestRun = operations.find(({ id }) => id === "createTestRun");

/** The named request example of `createTestRun` in the spec, with a title that ends in today's date: titles are unique. */
export function createTestRunExample(name: string, title: string): CreateTestRunInput {
  const value = createTestRun?.requestBody?.content[0]?.examples[name]?.value as CreateTestRunInput | undefined;
  if (!value) throw new Error(`createTestRun has no request example named ${name}.`);
  return { ...value, title: `${title} ${new Date().toISOString().slice(0, 10)}` };
}
