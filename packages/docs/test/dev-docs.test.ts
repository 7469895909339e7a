import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { devDocs } from "../src/dev-docs.ts";
import type { DocsServer } from "../src/listen.ts";
import { launchChromium } from "./chromium.ts";
import { visit } from "./reader.ts";
import { run } from "./run.ts";

const source = join(dirname(fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json"))), "..");

describe("pnpm dev", () => {
  const reports: string[] = [];
  const report = (line: string) => void reports.push(line);
  let spec: string;
  let server: DocsServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    spec = await mkdtemp(join(tmpdir(), "spec-"));
    for (const name of ["openapi.yaml", "redocly.yaml", "package.json", "paths", "components", "plugins"]) {
      await cp(join(source, name), join(spec, name), { recursive: true });
    }
    server = await devDocs({ spec, report });
    browser = await launchChromium();
    ({ page } = await visit(browser, server.url));
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    await rm(spec, { recursive: true });
  });

  async function edit(from: string, to: string): Promise<void> {
    const file = join(spec, "openapi.yaml");
    await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
  }

  it("reloads the page in the browser after an edit of the description", async () => {
    await edit("A test run is one planned execution", "A test run is a freshly edited execution");

    await page.getByText("A test run is a freshly edited execution").waitFor();
    expect(reports.at(-1)).toMatch(/^Built in \d+\.\d s\.$/);
  });

  it("prints the error of a broken description and keeps the last good page", async () => {
    const printed = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const toOut = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    await edit("  title:", "  titel:");
    await vi.waitUntil(() => reports.at(-1) === "The description has errors. The last good page stays.", 30_000);
    const text = [...printed.mock.calls, ...toOut.mock.calls].join("");
    printed.mockRestore();
    toOut.mockRestore();

    expect(text).toContain("The field `title` must be present");
    expect(await (await fetch(server.url)).text()).toContain("A test run is a freshly edited execution");
  });

  it("goes on when the description is mended", async () => {
    await edit("  titel:", "  title:");
    await edit("freshly edited", "mended");

    await page.getByText("A test run is a mended execution").waitFor();
  });

  it("does not start without a good page", async () => {
    const out = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await edit("  title:", "  titel:");

    await expect(devDocs({ spec, report: () => {} })).rejects.toThrow("There is no good page yet");
    out.mockRestore();
  });
});

describe("the command", () => {
  const dev = (...args: string[]) =>
    run(process.execPath, [fileURLToPath(new URL("../scripts/dev.ts", import.meta.url)), ...args]);

  it("helps", async () => {
    expect(await dev("--help")).toMatchObject({ code: 0, stdout: expect.stringContaining("--port <number>") });
  });

  it.each([
    [["--prot", "1"], "Unknown option '--prot'\nKnown options: --port, --help.\n"],
    [["--port", "many"], "--port must be a number from 0 to 65535; given: many\n"],
  ])("refuses %j and says what is known", async (args, stderr) => {
    expect(await dev(...args)).toEqual({ code: 1, stdout: "", stderr });
  });
});
