import { mkdir, mkdtempDisposable, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { deleteGhosts } from "../src/delete-ghosts.ts";

it.each([
  { status: "HIT", left: ["index.js", "pages", "pages/list.html"] },
  { status: "MISS", left: ["ghost.js", "index.js", "pages", "pages/ghost.html", "pages/list.html"] },
])("what is in dist after a $status is what was built", async ({ status, left }) => {
  await using root = await mkdtempDisposable(join(tmpdir(), "ghosts-"));
  const dist = join(root.path, "packages/docs/dist");
  await mkdir(join(dist, "pages"), { recursive: true });
  for (const name of ["index.js", "ghost.js", "pages/list.html", "pages/ghost.html"])
    await writeFile(join(dist, name), "");
  const expandedOutputs = ["", "/index.js", "/pages", "/pages/list.html"].map((path) => `packages/docs/dist${path}`);
  const summary = join(root.path, "summary.json");
  const task = { task: "build", directory: "packages/docs", cache: { status }, expandedOutputs };
  await writeFile(summary, JSON.stringify({ tasks: [task] }));

  await deleteGhosts(root.path, summary);

  expect((await readdir(dist, { recursive: true })).map((path) => path.replaceAll("\\", "/")).sort()).toEqual(left);
});
