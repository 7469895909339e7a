import { defineConfig } from "vitest/config";
import { mockTargets } from "./src/mock-targets.ts";

// Not 0: on a machine with one worker Vitest runs group 0 after all others.
const first = 1;

const againstMocks = mockTargets.map((target) => ({
  test: {
    name: target,
    include: ["test/*.test.ts"],
    env: { CONTRACT_TARGET: target },
    sequence: { groupOrder: first },
  },
}));

const projects = [
  ...againstMocks,
  { test: { name: "standalone", include: ["test/standalone/*.test.ts"], sequence: { groupOrder: first } } },
  // Reads what the tests against the mocks exchanged.
  { test: { name: "coverage", include: ["test/coverage/*.test.ts"], sequence: { groupOrder: first + 1 } } },
];

const againstLive = {
  test: {
    name: "live",
    include: ["test/*.test.ts"],
    // It sends hundreds of requests.
    exclude: ["test/every-operation.test.ts"],
    testTimeout: 120_000,
  },
};

export default defineConfig({
  test: {
    globalSetup: "test/coverage/clear-exchanges.ts",
    projects: process.env.CONTRACT_TARGET === "live" ? [againstLive] : projects,
  },
});
