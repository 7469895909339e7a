import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startMock } from "@testsigma-tms/mock";
import { afterAll, beforeAll, expect, it } from "vitest";

const operations = new URL("../../packages/client/src/generated/operations.ts", import.meta.url);
const script = fileURLToPath(new URL("src/run-editor-examples.mjs", import.meta.url));

/** The example of each method, as an editor shows it, by the name of the method. */
const examples = new Map(
  (await readFile(operations, "utf8")).split("\n  /**\n").flatMap((method) => {
    const [, example] = /@example\n((?: {3}\*.*\n)+?) {3}\* @throws/.exec(method) ?? [];
    const [, name = ""] = /\n {3}\*\/\n {2}(\w+): \(/.exec(method) ?? [];
    return example ? [[name, example.replaceAll(/^ {3}\* ?/gm, "")] as const] : [];
  }),
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "examples-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("every example in the editor runs as it is", async () => {
  expect(examples.size).toBeGreaterThan(35);
  for (const [name, example] of examples) {
    for (const [, file = ""] of example.matchAll(/readFile\("(.+?)"\)/g)) {
      await writeFile(join(folder, file), '<testsuite><testcase name="DEMO-2 signs in"/></testsuite>');
    }
    const imports = example.match(/^import .*$/gm) ?? [];
    const body = example.replaceAll(/^import .*$/gm, "");
    await writeFile(
      join(folder, `${name}.mjs`),
      `${imports.join("\n")}\nexport default async (testsigma) => {${body}};`,
    );
  }
  const mock = await startMock();
  try {
    const baseUrl = new URL("/api/v1", mock.url).href;
    const { stdout } = await promisify(execFile)(process.execPath, [script, baseUrl], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual({});
  } finally {
    await mock.close();
  }
});
