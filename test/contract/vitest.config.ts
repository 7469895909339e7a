import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { oneProcess, reporters } from "../../vitest.config.ts";
import { localTargets } from "./src/targets/mock-targets.ts";

// Not 0: with one worker, Vitest runs group 0 after all others.
const first = 1;

const againstMock = (target: string): TestProjectInlineConfiguration => ({
  test: {
    ...oneProcess,
    name: target,
    include: ["test/*.test.ts", ...(target === "prism" ? ["test/prism/*.test.ts"] : [])],
    globalSetup: target === "prism" ? ["test/prism/provide-prism.ts"] : [],
    env: { CONTRACT_TARGET: target },
    sequence: { groupOrder: first },
  },
});

const againstLive: TestProjectInlineConfiguration = {
  test: {
    ...oneProcess,
    name: "live",
    include: ["test/*.test.ts"],
    // These send hundreds of requests.
    exclude: ["test/every-operation.test.ts", "test/every-example.test.ts", "test/every-list.test.ts"],
  },
};

const everything: TestProjectInlineConfiguration[] = [
  ...localTargets.map(againstMock),
  {
    test: {
      ...oneProcess,
      name: "standalone",
      include: ["test/*/*.test.ts"],
      exclude: ["test/coverage/**", "test/prism/**"],
      sequence: { groupOrder: first },
    },
  },
  // Reads the exchanges of the tests against the mocks.
  {
    test: {
      ...oneProcess,
      name: "coverage",
      include: ["test/coverage/*.test.ts"],
      sequence: { groupOrder: first + 1 },
    },
  },
];

const { CONTRACT_TARGET: target } = process.env;
const projectsOf = new Map([...localTargets.map((name) => [name, againstMock(name)] as const), ["live", againstLive]]);
const project = target ? projectsOf.get(target) : undefined;
if (target && !project) {
  throw new Error(`CONTRACT_TARGET is "${target}". It takes ${[...projectsOf.keys()].join(", ")}.`);
}

export default defineConfig({
  test: {
    globalSetup: "test/coverage/clear-exchanges.ts",
    reporters,
    projects: project ? [project] : everything,
  },
});
