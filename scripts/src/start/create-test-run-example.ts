import type { CreateTestRunInput } from "@testsigma-tms/client";
import { readSpec } from "@testsigma-tms/codegen";

const { operations } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const createTestRun = operations.find(({ id }) => id === "createTestRun");

/** Returns the spec's named request example of `createTestRun` with a unique title, which ends in today's date. */
export function createTestRunExample(name: string, title: string): CreateTestRunInput {
  const value = createTestRun?.requestBody?.content[0]?.examples[name]?.value as CreateTestRunInput | undefined;
  if (!value) throw new Error(`createTestRun has no request example named ${name}.`);
  return { ...value, title: `${title} ${new Date().toISOString().slice(0, 10)}` };
}
