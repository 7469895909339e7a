import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { minify } from "terser";
import { median } from "../measure/median.ts";
import { compile } from "./compile.ts";
import { generateClient } from "./generate-client.ts";
import { makeSpec } from "./spec/make-spec.ts";

export interface Growth {
  operations: number;
  /** Size of the client with one method and `http`, minified and compressed. */
  clientBytes: number;
  /** Size of the same with validation. */
  validationBytes: number;
  typesBytes: number;
  /** The time to generate everything. */
  generateSeconds: number;
  /** The time to type-check the client itself. */
  compileSeconds: number;
  compileMegabytes: number;
  /** The additional instantiations that the compiler makes for one call. */
  useInstantiations: number;
  /** The additional instantiations that it makes for a call whose error is handled as an `ApiError`. */
  errorInstantiations: number;
}

/** Generates the client of a made-up spec and measures it; the compile time is the median of several compilations. */
export async function measureGrowth(
  operations: number,
  { seed, hostile, compilations }: { seed: number; hostile: boolean; compilations: number },
): Promise<Growth> {
  const folder = await mkdtemp(join(tmpdir(), "growth-"));
  try {
    const start = performance.now();
    const [id = ""] = await generateClient(makeSpec({ operations, seed, hostile }), folder);
    const generateSeconds = (performance.now() - start) / 1000;
    const uses = useOf(id);
    for (const [name, text] of Object.entries(uses)) await writeFile(join(folder, `${name}.ts`), text);
    const empty = await compiled(folder, "nothing");
    const client = [await compiled(folder, "client/index")];
    while (client.length < compilations) client.push(await compiled(folder, "client/index"));
    return {
      operations,
      clientBytes: await weigh(folder, "bundle"),
      validationBytes: await weigh(folder, "bundle-validation"),
      typesBytes: (await readFile(join(folder, "types/generated/openapi.ts"))).length,
      generateSeconds,
      compileSeconds: median(client.map(({ seconds }) => seconds)),
      compileMegabytes: median(client.map(({ megabytes }) => megabytes)),
      useInstantiations: (await compiled(folder, "use")).instantiations - empty.instantiations,
      errorInstantiations: (await compiled(folder, "use-error")).instantiations - empty.instantiations,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compiled(folder: string, name: string) {
  const result = await compile(folder, [`${name}.ts`]);
  if (result.errors) throw new Error(`${name} does not compile:\n${result.errors}`);
  return result;
}

const useOf = (id: string) => ({
  // The base cost of any use of the client.
  nothing: `import { ApiError, createClient } from "./client/index.js";\nconsole.log(createClient(), ApiError);\n`,
  use: `import { ApiError, createClient } from "./client/index.js";
const client = createClient();
console.log(await client.${id}({ project_id: "1" }), ApiError);
`,
  "use-error": `import { ApiError, createClient, NotFoundError } from "./client/index.js";
const client = createClient();
try {
  console.log(await client.${id}({ project_id: "1" }));
} catch (error) {
  if (error instanceof NotFoundError && typeof error.body === "object") console.log(error.body.message);
  if (error instanceof ApiError) console.log(error.status);
}
`,
  bundle: `import { createClient } from "./client/index.js";
const client = createClient();
console.log(client.${id});
`,
  "bundle-validation": `import { createClient } from "./client/index.js";
import { validation } from "./client/validation/index.js";
const client = createClient({ validation: validation() });
console.log(client.${id});
`,
});

async function weigh(folder: string, name: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, `${name}.ts`)],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const { code = "" } = await minify(outputFiles[0]?.text ?? "", { module: true });
  return gzipSync(code, { level: 9 }).length;
}
