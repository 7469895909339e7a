import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { x } from "tinyexec";

const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/** Type-checks a program in a folder that `generateClient` wrote; rejects with the compiler's errors. */
export async function compile(folder: string, program: string) {
  await writeFile(join(folder, "program.ts"), program);
  const config = join(folder, "tsconfig.program.json");
  await writeFile(config, JSON.stringify({ extends: "./tsconfig.json", files: ["program.ts"] }));
  const { stdout } = await x(process.execPath, [tsc, "-p", config, "--extendedDiagnostics"]);
  if (stdout.includes("error TS")) throw new Error(stdout);
  const number = (name: string) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1]);
  return {
    seconds: number("Total time"),
    instantiations: number("Instantiations"),
    megabytes: number("Memory used") / 1024,
  };
}

const imports = `import { ApiError, createClient, NotFoundError } from "./client/index.js";
const client = createClient();
console.log(client, ApiError, NotFoundError);
`;

/** Programs that use the client, by name. */
export const programs = {
  nothing: imports,
  call: `${imports}console.log(await client.listTestRuns({ project_id: "1" }));`,
  "call with errors": `${imports}try {
  console.log(await client.listTestRuns({ project_id: "1" }));
} catch (error) {
  if (error instanceof NotFoundError && typeof error.body === "object") console.log(error.body.message);
}
`,
};
