import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDocs } from "@testsigma-tms/docs/build-docs";
import { writeElements, writeRedoc, writeScalar, writeSwaggerUi } from "./write-page.ts";

/** An API reference for the same spec. */
export interface PageContender {
  name: string;
  /** The folder with its files. */
  folder: string;
  /** The address, within the folder, of the operation that the reader looks for. */
  address: string;
  /** Writes its files, except the spec, into the existing folder; not set if another contender writes them. */
  write?(folder: string): Promise<void>;
}

/** The summary of createTestRun, which every page has as a heading. */
export const wantedHeading = "Create a test run";

/**
 * Returns the contenders; the others are compared with the first one.
 *
 * @param peers the folder of the peers' `node_modules`
 */
export function pageContenders(peers: string): PageContender[] {
  const modules = join(peers, "node_modules");
  return [
    {
      name: "@testsigma-tms/docs",
      folder: "own",
      address: "createTestRun.html",
      write: (into) => buildDocs({ into }),
    },
    {
      name: "@testsigma-tms/docs, everything on one page",
      folder: "own",
      address: "reference.html#createTestRun",
    },
    {
      name: "Redoc",
      folder: "redoc",
      address: "#/test-runs/createtestrun",
      write: writeRedoc,
    },
    {
      name: "Scalar",
      folder: "scalar",
      address: "#tag/test-runs/POST/projects/{project_id}/test_runs",
      write: (folder) => writeScalar(folder, modules),
    },
    {
      name: "Swagger UI",
      folder: "swagger-ui",
      address: "#/Test%20runs/createTestRun",
      write: (folder) => writeSwaggerUi(folder, modules),
    },
    {
      name: "Stoplight Elements",
      folder: "elements",
      address: "#/operations/createTestRun",
      write: (folder) => writeElements(folder, modules),
    },
  ];
}

/** Writes each page into its folder below `root`, and the spec, which some of them load, into `root`. */
export async function writePages(root: string, contenders: PageContender[]): Promise<void> {
  const spec = fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
  await copyFile(spec, join(root, "openapi.json"));
  for (const { folder, write } of contenders) {
    if (!write) continue;
    await mkdir(join(root, folder));
    await write(join(root, folder));
  }
}
