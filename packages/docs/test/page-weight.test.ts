import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { dist } from "./built-docs.ts";

const kilobytes = (text: Buffer) => gzipSync(text, { level: 9 }).length / 1000;

it("weighs at most 60 kB more, gzipped, than Redoc's own page for an empty description", async () => {
  const folder = await mkdtemp(join(tmpdir(), "empty-"));
  const [input, output] = [join(folder, "openapi.json"), join(folder, "index.html")];
  await writeFile(input, JSON.stringify({ openapi: "3.1.0", info: { title: "Empty", version: "1" }, paths: {} }));
  const redocly = fileURLToPath(new URL("../node_modules/.bin/redocly", import.meta.url));
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  await promisify(execFile)(redocly, ["build-docs", input, "--inlineBundle", "--output", output], { cwd: folder, env });
  const empty = kilobytes(await readFile(output));
  await rm(folder, { recursive: true });
  const ours = kilobytes(await readFile(join(dist, "index.html")));
  console.log(`The page: ${ours.toFixed(1)} kB; Redoc's for an empty description: ${empty.toFixed(1)} kB.`);

  expect(ours - empty).toBeLessThan(60);
});
