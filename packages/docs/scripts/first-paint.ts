/**
 * `pnpm bench`: when a reader sees the first paint, and when the page is loaded, on a fast machine and on a slow phone:
 * the page of all operations, the same of one, and Redocly CLI's own page of all. Prints the median of some visits.
 */
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { launchChromium } from "@testsigma-tms/chromium";
import { createSpec, type PathItem, readSpec } from "@testsigma-tms/codegen";
import { bundlesFolder, docsFiles, writeFiles } from "../src/build-docs.ts";
import { serveDocs } from "../src/index.ts";
import { machines, measureFirstPaint } from "./measure-first-paint.ts";

const visits = 5;
const root = await mkdtemp(join(tmpdir(), "docs-bench-"));
const browser = await launchChromium();
try {
  const spec = await readSpec(join(bundlesFolder, "openapi-unmarked.json"));
  const path = "/projects/{project_id}/test_runs";
  const { parameters = [], post } = spec.resolve<PathItem>(spec.document.paths?.[path] ?? {});
  const one = createSpec({ ...spec.document, paths: { [path]: { parameters, ...(post && { post }) } } });
  await writeFiles(join(root, "all"), await docsFiles(spec));
  await writeFiles(join(root, "one"), await docsFiles(one));
  await buildWithRedocly(join(root, "redocly"));
  await copyFile(join(root, "all/index.html"), join(root, "index.html"));
  await using docs = await serveDocs({ root });

  const rows = [];
  for (const [machine, conditions] of Object.entries(machines)) {
    for (const page of ["one", "all", "redocly"]) {
      const times = [];
      for (let visit = 0; visit < visits; visit++)
        times.push(await measureFirstPaint(browser, `${docs.url}/${page}/`, conditions));
      rows.push({
        machine,
        page,
        "first paint (ms)": median(times.map(([paint]) => paint)),
        "loaded (ms)": median(times.map(([, load]) => load)),
      });
    }
  }
  console.table(rows);
} finally {
  await browser.close();
  await rm(root, { recursive: true });
}

async function buildWithRedocly(folder: string): Promise<void> {
  const cli = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));
  const args = [
    "build-docs",
    join(bundlesFolder, "openapi.json"),
    "--inlineBundle",
    "--output",
    join(folder, "index.html"),
  ];
  await promisify(execFile)(process.execPath, [cli, ...args], {
    cwd: root,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
}

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}
