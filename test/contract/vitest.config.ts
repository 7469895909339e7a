import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { oneProcess, reported } from "../../vitest.config.ts";

/** The local services that the suite runs against: both forms of the mock, and plain Prism on the same spec. */
const localTargets = ["in-process", "http", "prism"];
const suite = ["every-*.test.ts", "test-runs.test.ts"];
const besidePrism = ["prism-differences.test.ts", "same-verdicts.test.ts"];

/** The suite against one target. */
const against = (target: string): TestProjectInlineConfiguration => ({
  test: {
    ...oneProcess,
    name: target,
    include: target === "prism" ? [...suite, ...besidePrism] : suite,
    globalSetup: target === "prism" ? ["src/targets/prism.ts"] : [],
    env: { CONTRACT_TARGET: target },
  },
});

const others: TestProjectInlineConfiguration = {
  test: { ...oneProcess, name: "others", include: ["*.test.ts"], exclude: [...suite, ...besidePrism] },
};

const { CONTRACT_TARGET: target } = process.env;
if (target && !localTargets.includes(target)) {
  throw new Error(`CONTRACT_TARGET: expected ${localTargets.join(", ")}, got ${target}.`);
}

export default defineConfig({
  test: { ...reported, projects: target ? [against(target)] : [...localTargets.map(against), others] },
});
