import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mapAll } from "@testsigma-tms/spec/reader";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { writeGenerated } from "../src/write-generated.ts";

let folder: URL;
beforeEach(async () => {
  folder = pathToFileURL(`${await mkdtemp(join(tmpdir(), "generated-"))}/`);
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
});

const checking = () =>
  vi.stubGlobal("process", Object.assign(Object.create(process), { argv: ["node", "x", "--check"] }));

describe("generated files", () => {
  it("are written below a line that says so", async () => {
    await writeGenerated(folder, () => ({ "table.ts": "export const table = {};\n" }));
    const text = await readFile(new URL("table.ts", folder), "utf8");
    expect(text).toMatch(/^\/\/ Generated from the OpenAPI document .*\n\nexport const table = \{\};\n$/);
  });

  it("are named when they change", async () => {
    await writeGenerated(folder, () => ({ "a.ts": "1", "b.ts": "1" }));
    await writeGenerated(folder, () => ({ "a.ts": "1", "b.ts": "2" }));
    expect(console.log).toHaveBeenCalledTimes(3);
    expect(console.log).toHaveBeenLastCalledWith(expect.stringMatching(/^written: .*b\.ts$/));
  });
});

describe("--check", () => {
  it("accepts what was written", async () => {
    await writeGenerated(folder, () => ({ "table.ts": "1" }));
    checking();
    await writeGenerated(folder, () => ({ "table.ts": "1" }));
    expect(process.exitCode).toBeUndefined();
  });

  it("names every file that differs, and the fix, and writes nothing", async () => {
    await writeFile(new URL("table.ts", folder), "edited by hand");
    checking();
    await writeGenerated(folder, () => ({ "missing.ts": "1", "table.ts": "1" }));
    const [message] = vi.mocked(console.error).mock.calls[0] ?? [];
    expect(String(message).replaceAll(/: .*\//g, ": ")).toBe(
      'does not match the spec: missing.ts\ndoes not match the spec: table.ts\nRun "pnpm generate" and commit what it changes.',
    );
    expect(process.exitCode).toBe(1);
    expect(await readdir(folder)).toEqual(["table.ts"]);
    expect(await readFile(new URL("table.ts", folder), "utf8")).toBe("edited by hand");
  });
});

describe("a spec that cannot be generated", () => {
  const rejects = () => ({
    "table.ts": mapAll(["one", "two", "three"], (name) => {
      if (name !== "two") throw new Error(`${name} is not supported.`);
      return name;
    }).join(),
  });

  it("is rejected with everything that is wrong, and nothing is written", async () => {
    await writeFile(new URL("table.ts", folder), "before");
    await writeGenerated(folder, rejects);
    expect(console.error).toHaveBeenCalledExactlyOnceWith(
      "Nothing was generated: the spec has what this package does not support.\none is not supported.\nthree is not supported.",
    );
    expect(process.exitCode).toBe(1);
    expect(await readFile(new URL("table.ts", folder), "utf8")).toBe("before");
  });

  it("differs from a fault of the generator, which is thrown", async () => {
    const fails = () => ({ "table.ts": mapAll([undefined], (item) => (item as unknown as string).trim()).join() });
    await expect(writeGenerated(folder, fails)).rejects.toThrow(TypeError);
  });
});
