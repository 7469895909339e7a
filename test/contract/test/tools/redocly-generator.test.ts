import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { redoclyGenerator } from "../../src/generators/generator.ts";
import { runGenerator } from "../../src/generators/run-generator.ts";
import { spec } from "../../src/spec/spec.ts";

// `pnpm test:generators` does the same with generators that have to be installed first.
it("Redocly generates a client of every operation, without a warning", async () => {
  const folder = await mkdtemp(join(tmpdir(), "testsigma-tms-"));
  try {
    const document = fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
    expect(await runGenerator(redoclyGenerator, { installed: "", document, folder }, spec.operations)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);
