/** `pnpm test:generators`: other people's generators read the spec. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCommand } from "@testsigma-tms/support/create-command";
import { installOnDemand } from "@testsigma-tms/support/install-on-demand";
import { generators } from "../src/generators/generator.ts";

const names = generators.map(({ name }) => name).join(", ");

await createCommand(
  "test:generators",
  `Generate a client from the spec with ${names}, once as OpenAPI 3.1 and once relabelled as 3.2. Fails for a warning, a ` +
    "missing operation or code that does not compile. Installs the generators from npm on first use (about 290 MB, into " +
    "test/contract/.generators, which Git ignores).",
)
  .action(async () => {
    // Imported late: they need the built spec, and help does not.
    const { runGenerator } = await import("../src/generators/run-generator.ts");
    const { spec } = await import("../src/spec/spec.ts");
    const cache = fileURLToPath(new URL("../.generators/", import.meta.url));
    const dependencies = Object.assign({}, ...generators.map(({ packages }) => packages));
    const onInstall = () => console.log(`Installing ${Object.keys(dependencies).join(", ")} …`);
    await installOnDemand(cache, { dependencies }, { onInstall });
    const installed = join(cache, "node_modules");
    let complaints = 0;
    for (const openapi of ["3.1.0", "3.2.0"]) {
      const document = join(cache, openapi, "openapi.json");
      await mkdir(join(cache, openapi), { recursive: true });
      await writeFile(document, JSON.stringify({ ...spec.document, openapi }));
      for (const generator of generators) {
        const folder = join(cache, openapi, generator.name);
        const found = await runGenerator(generator, { installed, document, folder }, spec.operations);
        console.log(`${generator.name}, OpenAPI ${openapi}: ${found.length} complaints`);
        for (const complaint of found) console.log(`  ${complaint}`);
        complaints += found.length;
      }
    }
    console.log(complaints === 0 ? "Every generator accepts the spec." : `Complaints: ${complaints}.`);
    process.exitCode = complaints === 0 ? 0 : 1;
  })
  .parseAsync();
