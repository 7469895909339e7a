/** `pnpm test:generators`: other people's generators read the spec. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generators } from "../src/generators/generator.ts";
import { installGenerators } from "../src/generators/install-generators.ts";
import { runGenerator } from "../src/generators/run-generator.ts";
import { spec } from "../src/spec/spec.ts";

const help = `Usage: pnpm test:generators

Generates a client from the spec with ${generators.map(({ name }) => name).join(", ")}, once as
OpenAPI 3.1 and once relabelled as 3.2, and fails for a warning, a missing operation or
code that does not compile. Installs them from npm on first use (about 190 MB, into
packages/contract/.generators, which Git ignores).

  -h, --help   show this text

Exit codes: 0 all is well, 1 a generator complains, 2 wrong usage.`;

async function testGenerators(): Promise<number> {
  const cache = fileURLToPath(new URL("../.generators/", import.meta.url));
  const installed = await installGenerators(cache, console.log);
  let complaints = 0;
  for (const openapi of ["3.1.0", "3.2.0"]) {
    const document = join(cache, openapi, "openapi.json");
    await mkdir(join(cache, openapi), { recursive: true });
    await writeFile(document, JSON.stringify({ ...spec.document, openapi }));
    for (const generator of generators) {
      const folder = join(cache, openapi, generator.name);
      const found = await runGenerator(generator, { installed, document, folder }, spec.operations);
      console.log(`${generator.name} reads OpenAPI ${openapi}: ${found.length === 0 ? "all is well" : found.length}`);
      for (const complaint of found) console.log(`  ${complaint}`);
      complaints += found.length;
    }
  }
  console.log(complaints === 0 ? "Every generator accepts the spec." : `Complaints: ${complaints}.`);
  return complaints === 0 ? 0 : 1;
}

try {
  const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
  if (values.help) console.log(help);
  else process.exitCode = await testGenerators();
} catch (error) {
  console.error(`${(error as Error).message}\n\n${help}`);
  process.exitCode = 2;
}
