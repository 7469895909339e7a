import { defineConfig } from "vitest/config";
import { mockTargets } from "./src/target.ts";

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

export default defineConfig({
  test: {
    globalSetup: "test/coverage/clear-exchanges.ts",
    projects: [
      ...againstMocks,
      { test: { name: "standalone", include: ["test/standalone/*.test.ts"], sequence: { groupOrder: first } } },
      // Reads what the tests against the mocks exchanged.
      { test: { name: "coverage", include: ["test/coverage/*.test.ts"], sequence: { groupOrder: first + 1 } } },
    ],
  },
});
