import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { devDocs } from "../../src/server/dev-docs.ts";
import type { DocsServer } from "../../src/server/listen.ts";
import { everyKind } from "../support/every-kind.ts";
import { visit } from "../support/reader.ts";
import { run } from "../support/run.ts";

describe("pnpm dev", () => {
  const reports: string[] = [];
  const report = (line: string) => void reports.push(line);
  let bundles: string;
  let server: DocsServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    bundles = await mkdtemp(join(tmpdir(), "bundles-"));
    for (const name of ["openapi.json", "openapi.yaml"]) {
      await writeFile(join(bundles, name), JSON.stringify(everyKind));
    }
    server = await devDocs({ bundles, report });
    browser = await launchChromium();
    ({ page } = await visit(browser, server.url));
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    await rm(bundles, { recursive: true });
  });

  async function edit(from: string, to: string): Promise<void> {
    const file = join(bundles, "openapi.json");
    await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
  }

  it("reloads the page in the browser when the bundle changes", async () => {
    await edit("What it is.", "What it is now.");

    await page.getByText("What it is now.").waitFor();
    expect(reports.at(-1)).toMatch(/^Built in \d+\.\d s\.$/);
  });

  it("rejects a foreign host, also where it tells pages to reload", async () => {
    const { hostname, port } = new URL(server.url);
    const status = await new Promise((resolve) => {
      get({ hostname, port, path: "/reload", headers: { host: "evil.example" } }, ({ statusCode }) =>
        resolve(statusCode),
      );
    });

    expect(status).toBe(421);
  });

  it("prints the error of a bundle that cannot be read and keeps the last good page", async () => {
    await edit('"openapi"', "openapi");
    await vi.waitUntil(() => reports.at(-1)?.includes("The last good page stays."), 30_000);

    expect(reports.at(-1)).toContain("JSON");
    expect(await (await fetch(server.url)).text()).toContain("What it is now.");
  });

  it("goes on when the bundle is fixed", async () => {
    await edit("openapi", '"openapi"');
    await edit("is now", "is fixed");

    await page.getByText("What it is fixed.").waitFor();
  });

  it("does not start without a good page", async () => {
    const folder = await mkdtemp(join(tmpdir(), "bundles-"));
    await cp(bundles, folder, { recursive: true });
    await writeFile(join(folder, "openapi.json"), "{");

    await expect(devDocs({ bundles: folder, report: () => {} })).rejects.toThrow("There is no good page yet");
    await rm(folder, { recursive: true });
  });
});

describe("the command", () => {
  const dev = (...args: string[]) =>
    run(process.execPath, [fileURLToPath(new URL("../../scripts/dev.ts", import.meta.url)), ...args]);

  it("helps", async () => {
    expect(await dev("--help")).toMatchObject({ code: 0, stdout: expect.stringContaining("--port <number>") });
  });

  it.each([
    [["--prot", "1"], "error: unknown option '--prot'\n(Did you mean --port?)\n"],
    [
      ["--port", "many"],
      "error: option '--port <number>' argument 'many' is invalid. Allowed: a number from 0 to 65535.\n",
    ],
  ])("rejects %j and says what is known", async (args, stderr) => {
    expect(await dev(...args)).toEqual({ code: 2, stdout: "", stderr });
  });
});
