import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSpec } from "@testsigma-tms/codegen";
import { expect, it } from "vitest";
import { compile, programs } from "../src/growth/compile.ts";
import { generateClient } from "../src/growth/generate-client.ts";
import { scaleSpec } from "../src/growth/scale-spec.ts";

const { document } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));

/** Returns the instantiations that the compiler makes for a call whose error is handled, in a client of so many copies. */
async function instantiations(copies: number): Promise<number> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "growth-"));
  await generateClient(scaleSpec(document, copies), folder.path);
  const nothing = await compile(folder.path, programs.nothing);
  const call = await compile(folder.path, programs["call with errors"]);
  return call.instantiations - nothing.instantiations;
}

it("more operations make one call no more expensive for the compiler", async () => {
  expect(await instantiations(2)).toBe(await instantiations(1));
});
