import type { CreateTestRunInput } from "@testsigma-tms/client";
import { readSpec } from "@testsigma-tms/codegen";

const { operations } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const createTestRun = operations.find(({ id }) => id === "createTestRun");

/** The named request example of `createTestRun` in the spec. */
export function createTestRunExample(name: string): CreateTestRunInput {
  const value = createTestRun?.requestBody?.content[0]?.examples[name]?.value;
  if (!value) throw new Error(`createTestRun has no request example named ${name}.`);
  return value as CreateTestRunInput;
}
