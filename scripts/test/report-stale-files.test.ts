import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { reportStaleFiles } from "../src/dev/report-stale-files.ts";

let folder: string;
const stop = new AbortController();
const log = vi.spyOn(console, "log").mockImplementation(() => {});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bundle-"));
});
afterEach(async () => {
  stop.abort();
  await rm(folder, { recursive: true });
});

it("says once per bundle that generated files are stale, and when they match again", async () => {
  let stale = true;
  reportStaleFiles(folder, stop.signal, async () => stale);

  await writeFile(join(folder, "openapi.yaml"), "1");
  await writeFile(join(folder, "openapi.json"), "1");
  await vi.waitFor(() => expect(log).toHaveBeenCalled(), { timeout: 30_000 });
  stale = false;
  await writeFile(join(folder, "openapi.json"), "2");
  await vi.waitFor(() => expect(log).toHaveBeenCalledTimes(2), { timeout: 30_000 });

  expect(log.mock.calls.flat()).toEqual([
    'Generated files do not match the spec. Run "pnpm generate" in another terminal.',
    "Generated files match the spec again.",
  ]);
});
