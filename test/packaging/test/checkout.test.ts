import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, inject, it } from "vitest";
import { repository } from "../src/published-packages.ts";
import { succeed } from "../src/run.ts";

const cwd = join(inject("folder"), "from-checkout");

/** The commands of the README's section, with `pnpm` from the PATH and the real path of this checkout. */
async function commandsOfReadme(): Promise<string[][]> {
  const readme = await readFile(join(repository, "README.md"), "utf8");
  const [, section = ""] = /^## Use it in your project\n(.*?)^## /ms.exec(readme) ?? [];
  const lines = [...section.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, code = ""]) => code.trim().split("\n"));
  return lines.map((line) =>
    line.replace("npx -y pnpm@12", "pnpm").replaceAll("../testsigma-tms/", repository).split(" "),
  );
}

beforeAll(async () => {
  await mkdir(cwd);
  await writeFile(join(cwd, "package.json"), JSON.stringify({ type: "module" }));
});

it("the README's commands install client and mock from this checkout into an empty project", async () => {
  const [[packer = "", ...pack] = [], ...installs] = await commandsOfReadme();

  await succeed(packer, pack, { cwd: repository });
  for (const [npm = "", ...args] of installs) await succeed(npm, [...args, "--prefer-offline", "--no-audit"], { cwd });

  const script = `
    const { createClient } = await import("@testsigma-tms/client");
    const { createMockFetch } = await import("@testsigma-tms/mock");
    const client = createClient({ apiKey: "any-key", fetch: createMockFetch() });
    const { data } = await client.createTestRun({
      project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5", title: "Nightly", status: "ACTIVE",
      selection_type: "STATIC", static_selection_filters: [],
    });
    console.log(data.test_run.human_id);`;
  const { stdout } = await succeed(process.execPath, ["--input-type=module", "--eval", script], { cwd });
  expect(installs).toHaveLength(2);
  expect(stdout).toBe("DEMO-R-1\n");
});
