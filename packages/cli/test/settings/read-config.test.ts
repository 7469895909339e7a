import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import os, { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readConfig } from "../../src/settings/read-config.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "testsigma-config-"));
});

const write = (text: string) => writeFile(join(folder, "testsigma-tms.config.json"), text);

describe("testsigma-tms.config.json", () => {
  it("is found above the folder", async () => {
    await write('{ "project": "DEMO" }');
    await mkdir(join(folder, "packages/shop"), { recursive: true });

    expect(await readConfig(join(folder, "packages/shop"))).toEqual({
      config: { project: "DEMO" },
      configFile: join(folder, "testsigma-tms.config.json"),
    });
  });

  it("may be missing or empty", async () => {
    expect(await readConfig(folder)).toEqual({ config: {} });
    await write("");
    expect(await readConfig(folder)).toMatchObject({ config: {} });
  });

  it.each(["[]", "null", '"DEMO"'])("is rejected when it is %s", async (text) => {
    await write(text);
    await expect(readConfig(folder)).rejects.toThrow("testsigma-tms.config.json: expected a JSON object of settings");
  });

  it("is rejected when it is not JSON", async () => {
    await write("{ project: DEMO }");
    await expect(readConfig(folder)).rejects.toThrow("testsigma-tms.config.json: not valid JSON: ");
  });

  it("is read for a user without a home directory", async () => {
    vi.spyOn(os, "homedir").mockImplementation(() => {
      throw new Error("uv_os_homedir returned ENOENT");
    });
    await write('{ "project": "DEMO" }');

    expect((await readConfig(folder)).config).toEqual({ project: "DEMO" });
  });
});
