import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { repository } from "@testsigma-tms/support/repository";
import { expect, it } from "vitest";

const scope = "@testsigma-tms/";

it("the table of rooms in AGENTS.md has every package, and says what each depends on", async () => {
  const agents = await readFile(join(repository, "AGENTS.md"), "utf8");
  const [, table = ""] = /^## Rooms\n(.*?)^## /ms.exec(agents) ?? [];
  const rows = [...table.matchAll(/^\| `([^`]+)` \| [^|]+ \| ([^|]+) \|$/gm)];
  const written = rows.map(([, folder, dependencies = ""]) => `${folder}: ${dependencies}`);

  const manifests = globSync("{spec,bench,scripts,{packages,test}/*}/package.json", { cwd: repository });
  const actual = await Promise.all(
    manifests.map(async (file) => {
      const { dependencies, devDependencies } = JSON.parse(await readFile(join(repository, file), "utf8"));
      const names = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name.startsWith(scope));
      const folder = dirname(file).replaceAll("\\", "/");
      return `${folder}: ${
        names
          .map((name) => name.replace(scope, ""))
          .sort()
          .join(", ") || "–"
      }`;
    }),
  );
  expect(written.sort()).toEqual(actual.sort());
});
