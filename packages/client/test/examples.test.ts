import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const packageFolder = fileURLToPath(new URL("../", import.meta.url));
/** What an example in a doc comment may use without saying where it comes from. */
const preamble = `import { createClient, findProject, pace, paginate, waitForImport, waitForRunCases } from "@testsigma-tms/client";
import { createFetch, createHttpClient } from "@testsigma-tms/client/http";
import type { CreateTestRunInput } from "@testsigma-tms/client/types";
import { validation } from "@testsigma-tms/client/validation";
declare const testsigma: ReturnType<typeof createClient>;
declare const [project_id, test_run_id, junit_xml]: CreateTestRunInput["title"][];
`;

/** Compiles a program with the declarations of the build; returns what the compiler says. */
async function compile(programs: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(packageFolder, "examples-"));
  try {
    const files = programs.map((_, index) => `program-${index}.mts`);
    await Promise.all(files.map((file, index) => writeFile(join(folder, file), programs[index] ?? "")));
    const compilerOptions = { target: "es2022", module: "nodenext", strict: true, noEmit: true, types: ["node"] };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    const compiler = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));
    const { stdout } = await promisify(execFile)(process.execPath, [compiler, "-p", folder]).catch((error) => error);
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

it("every example of a doc comment and of the README compiles", async () => {
  const paths = globSync("src/**/*.ts", { cwd: packageFolder, exclude: ["src/generated/**"] });
  const texts = await Promise.all(paths.map((path) => readFile(join(packageFolder, path), "utf8")));
  const inComments = texts.flatMap((text) =>
    [...text.matchAll(/^ \* @example\n((?: \* (?!@).*\n)+)/gm)].map(([, code = ""]) => code.replaceAll(/^ \* /gm, "")),
  );
  const readme = await readFile(join(packageFolder, "README.md"), "utf8");
  const inReadme = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
  expect([inComments.length, inReadme.length]).toEqual([9, 6]);

  expect(await compile([...inComments.map((code) => `${preamble}{\n${code}}\nexport {};\n`), ...inReadme])).toBe("");
});

it("a wrong line of ./http is explained without overloads, in a few lines", async () => {
  const wrong = `import { createHttpClient } from "@testsigma-tms/client/http";
const params = { path: { project_id: "p" } };
createHttpClient().POST("/projects/{project_id}/test_runs", { params, body: { title: 7 } });
`;
  const lines = (await compile([wrong])).trim().split("\n");
  expect(lines.join("\n")).not.toContain("verload");
  expect(lines.length).toBeLessThanOrEqual(4);
  expect(lines[0]).toContain("TS2");
});
