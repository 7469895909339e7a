import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startMock } from "@testsigma-tms/mock";
import { expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { installCommand } from "../support/install-command.ts";
import { runAction } from "../support/run-action.ts";

const example = fileURLToPath(new URL("../../../examples/github-actions/", import.meta.url));

it("examples/github-actions reports its tests, and finds its run again", async () => {
  const mock = await startMock({ state: true });
  onTestFinished(() => mock.close());
  const cwd = await installCommand();
  for (const file of ["prices.mjs", "prices.test.mjs"]) await cp(join(example, file), join(cwd, file));
  const { scripts } = JSON.parse(await readFile(join(example, "package.json"), "utf8"));

  const { steps } = parse(await readFile(join(example, ".github/workflows/test.yml"), "utf8")).jobs.test;
  const step = steps.find(({ uses = "" }) => /\/cli\/action@v\d/.test(uses));
  expect(step.with).toMatchObject({ "api-key": expect.stringContaining("secrets."), "test-command": "npm test" });
  // The package.json in the folder names the packed command, so the script is called as npm would call it.
  const inputs = {
    ...step.with,
    "api-key": "any",
    project: "DEMO",
    "base-url": mock.url,
    "test-command": scripts.test,
  };

  const first = await runAction(inputs, { cwd, attempt: "1" });
  expect(first).toMatchObject({ exitCode: 0, outputs: { passed: "3", recorded: "3", is_closed: "true" } });
  const second = await runAction(inputs, { cwd, attempt: "1" });
  expect(second).toMatchObject({ exitCode: 0, outputs: { run_id: first.outputs.run_id, recorded: "3" } });
  const created = mock.requests.filter(({ operation, status }) => operation === "createTestRun" && status === 200);
  expect(created).toHaveLength(1);
});
