import { mkdtempDisposable, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@testsigma-tms/client";
import { startMock } from "@testsigma-tms/mock";
import { expect, it, onTestFinished } from "vitest";

const operations = new URL("../../packages/client/src/generated/operations.ts", import.meta.url);

/** The example of each method, as an editor shows it, by the name of the method. */
const examples = new Map(
  (await readFile(operations, "utf8")).split("\n  /**\n").flatMap((method) => {
    const [, example] = /@example\n((?: {3}\*.*\n)+?) {3}\* @throws/.exec(method) ?? [];
    const [, name = ""] = /\n {3}\*\/\n {2}(\w+): \(/.exec(method) ?? [];
    return example ? [[name, example.replaceAll(/^ {3}\* ?/gm, "")] as const] : [];
  }),
);

it("every example in the editor runs as it is", async () => {
  expect(examples.size).toBeGreaterThan(35);
  await using folder = await mkdtempDisposable(join(tmpdir(), "examples-"));
  const cwd = process.cwd();
  onTestFinished(() => process.chdir(cwd));
  process.chdir(folder.path);
  const mock = await startMock();
  const testsigma = createClient({ apiKey: "made-up-key", baseUrl: new URL("/api/v1", mock.url).href });
  try {
    for (const [name, example] of examples) {
      for (const [, file = ""] of example.matchAll(/readFile\("(.+?)"\)/g)) {
        await writeFile(join(folder.path, file), '<testsuite><testcase name="DEMO-2 signs in"/></testsuite>');
      }
      const imports = example.match(/^import .*$/gm)?.join("\n") ?? "";
      const body = example.replaceAll(/^import .*$/gm, "");
      const file = join(folder.path, `${name}.mjs`);
      await writeFile(file, `${imports}\nexport default async (testsigma) => {${body}};`);
      const { default: run } = await import(pathToFileURL(file).href);
      await expect(run(testsigma), name).resolves.not.toThrow();
    }
  } finally {
    await mock.close();
  }
});
