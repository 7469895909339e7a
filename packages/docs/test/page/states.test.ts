import { readdirSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type MockServer, startMock } from "@testsigma-tms/mock";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dist } from "../support/built-docs.ts";
import { addressOf, cutOff, docs, search, tryIt, unfold, visit } from "../support/reader.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = fileURLToPath(new URL("../../reports/pictures", import.meta.url));

describe("every state of the pages", () => {
  let mock: MockServer;

  beforeAll(async () => {
    mock = await startMock();
    await mkdir(pictures, { recursive: true });
  });

  afterAll(() => mock.close());

  type Act = (page: Page) => Promise<unknown>;

  /** The states, in the order in which one page takes them. The frame around `main` is checked with the first. */
  const states: { state: string; name?: string; act?: Act; changed: string }[] = [
    { state: "index", name: "index", changed: "body" },
    { state: "errors", name: "errors", changed: "main" },
    { state: "guide", name: "report-from-ci", changed: "main" },
    { state: "recipe", name: "create-a-run-for-a-folder", changed: "main" },
    { state: "sources", name: "documented-observed-inferred", changed: "main" },
    { state: "unfolded", name: "listTestRuns", act: unfold, changed: "main" },
    { state: "rejected", name: "createTestRun", act: (page) => useEverything(page, mock), changed: "main" },
    { state: "response", name: "importJunitReport", act: (page) => tryIt(page, mock.url), changed: "main" },
    { state: "search", act: (page) => search(page, "rate limt"), changed: "dialog" },
    { state: "menu", act: (page) => openMenu(page), changed: "#menu" },
  ];

  // Colours do not depend on the width.
  const colours: RunOptions = { runOnly: ["color-contrast", "link-in-text-block"] };
  const layout: RunOptions = { rules: { "color-contrast": { enabled: false } } };
  it.each([
    [1440, "light", {}],
    [1440, "dark", colours],
    [390, "light", layout],
    [320, "light", layout],
  ] as const)("has no fault that axe finds, at %i pixels in %s", async (width, colorScheme, options) => {
    // The policy of the page would block axe itself.
    await using page = await visit("index", { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const found: Record<string, unknown> = {};
    for (const { state, name, act, changed } of states) {
      if (name) {
        await page.goto(addressOf(name));
        await page.evaluate(axe);
      }
      await act?.(page);
      const faults = await faultsOf(page, changed, options);
      if (faults.length > 0) found[state] = faults;
      await page.screenshot({ path: join(pictures, `${state}-${width}-${colorScheme}.png`) });
    }

    expect(found).toEqual({});
    expect(page.complaints.filter((text) => !text.includes("400 (Bad Request)"))).toEqual([]);
  });
});

/** Opens and changes all that can be opened and changed on the page of an operation; the mock rejects its request. */
async function useEverything(page: Page, mock: MockServer): Promise<void> {
  await page.getByText("Use your project and key").click();
  await page.getByRole("button", { name: "Python" }).click();
  await tryIt(page, mock.url, "code=400, example=duplicate_title");
}

/** Opens the menu of a narrow window; in a wide one it is always there. */
async function openMenu(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  const button = page.getByRole("button", { name: "Menu" });
  if (await button.isVisible()) await button.click();
}

async function faultsOf(page: Page, within: string, options: RunOptions) {
  const { violations } = await page.evaluate(
    ({ within, options }) => {
      const { axe } = globalThis as unknown as { axe: { run(within: string, options: object): Promise<AxeResults> } };
      return axe.run(within, options);
    },
    // Violations only: axe spends most of its time on describing the elements that pass.
    { within, options: { ...options, resultTypes: ["violations"], selectors: false, preload: false } as RunOptions },
  );
  return violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map(({ html }) => html) }));
}

const pages = readdirSync(dist).filter((name) => name.endsWith(".html") && name !== "redoc.html");

describe("code", () => {
  it.each([390, 430])(
    "is not covered by its Copy button, and keeps its lines, at %i pixels on every page",
    async (width) => {
      await using page = await visit("index", { viewport: { width, height: 800 } });
      const faults: Record<string, string[]> = {};
      for (const name of pages) {
        await page.goto(`${docs.url}/${name}`);
        await unfold(page);
        const found = await page.evaluate(damagedCode);
        if (found.length > 0) faults[name] = found;
      }

      expect(faults).toEqual({});
    },
  );
});

/** Returns lines of code that the button next to them covers, and blocks of code with more lines than their text has. */
function damagedCode(): string[] {
  return [...document.querySelectorAll<HTMLElement>(".code")].flatMap((box) => {
    const [code, button] = [box.querySelector("code"), box.querySelector(".copy")];
    if (!code || !button) return [box.outerHTML.slice(0, 200)];
    const text = code.textContent ?? "";
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const covered = [...code.getClientRects()].some(
      (line) => line.left < right && line.right > left && line.top < bottom && line.bottom > top,
    );
    const lines = code.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(code).lineHeight);
    const isBroken = box.querySelector("pre") !== null && Math.round(lines) > text.split("\n").length;
    return covered || isBroken ? [text.slice(0, 80)] : [];
  });
}

describe("nothing is cut off", () => {
  it.each([
    [320, 100],
    [768, 100],
    [1440, 200],
    [390, 200],
  ])("at %i pixels with text at %i percent", async (width, percent) => {
    await using page = await visit("createTestRun", { viewport: { width, height: 800 } });
    const devtools = await page.context().newCDPSession(page);
    // Changes the font size as the settings of the browser do.
    await devtools.send("Page.setFontSizes", { fontSizes: { standard: (16 * percent) / 100 } });
    for (const name of ["createTestRun", "importJunitReport", "errors", "index", "documented-observed-inferred"]) {
      await page.goto(addressOf(name));
      await unfold(page);

      expect(await cutOff(page), name).toEqual([]);
    }
  });
});
