import type { TestProject } from "vitest/node";
import { startPrism } from "../../src/targets/start-prism.ts";

declare module "vitest" {
  interface ProvidedContext {
    prismUrl: string;
  }
}

/** Starts Prism once for all test files, because its start takes seconds. */
export default async function providePrism(project: TestProject): Promise<() => Promise<void>> {
  const prism = await startPrism();
  project.provide("prismUrl", prism.url);
  return async () => prism[Symbol.asyncDispose]();
}
