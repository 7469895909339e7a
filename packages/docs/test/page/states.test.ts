import { readdirSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AxeResults, RunOptions } from "axe-core";
import { afterAll, describe, expect, it } from "vitest";
import { dist } from "../support/built-docs.ts";
import { mock } from "../support/mock.ts";
import { addressOf, cutOff, docs, search, tryIt, unfold, visit } from "../support/reader.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = fileURLToPath(new URL("../../reports/pictures", import.meta.url));
await mkdir(pictures, { recursive: true });

// The policy of the page would block axe itself.
const page = await visit("index", { bypassCSP: true });

describe("axe finds no fault, at 1440 pixels in light and dark, at 390 and at 320,", () => {
  afterAll(() => page.close());

  // Colours do not depend on the width.
  const colours: RunOptions = { runOnly: ["color-contrast", "link-in-text-block"] };
  const layout: RunOptions = { rules: { "color-contrast": { enabled: false } } };
  const windows = [
    [1440, "light", {}],
    [1440, "dark", colours],
    [390, "light", layout],
    [320, "light", layout],
  ] as const;

  // The frame around `main` is checked with the first.
  it.each<[state: string, name: string, changed: string, act?: () => Promise<unknown>]>([
    ["overview", "index", "body"],
    ["errors", "errors", "main"],
    ["guide", "report-from-ci", "main"],
    ["recipe", "create-a-run-for-a-folder", "main"],
    ["sources", "documented-observed-inferred", "main"],
    ["unfolded", "listTestRuns", "main", () => unfold(page)],
    // All that can be opened and changed on the page of an operation.
    ["rejected", "createTestRun", "main", useEverything],
    ["response", "importJunitReport", "main", () => tryIt(page, mock.url)],
    ["search", "index", "dialog", () => search(page, "rate limt")],
    ["menu", "index", "#menu", () => page.getByRole("button", { name: "Menu" }).click()],
  ])("in the state %s", async (state, name, changed, act) => {
    await page.setViewportSize({ width: 390, height: 900 });
    await page.goto(addressOf(name));
    await page.evaluate(axe);
    await act?.();
    const found: Record<string, unknown> = {};
    for (const [width, colorScheme, options] of windows) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const faults = await faultsOf(changed, options);
      if (faults.length > 0) found[`${width} ${colorScheme}`] = faults;
      await page.screenshot({ path: join(pictures, `${state}-${width}-${colorScheme}.png`) });
    }

    expect(found).toEqual({});
    expect(page.complaints.filter((text) => !text.includes("400 (Bad Request)"))).toEqual([]);
  });
});

async function useEverything(): Promise<void> {
  await page.getByText("Use your project and key").click();
  await page.getByRole("button", { name: "Python" }).click();
  await tryIt(page, mock.url, "code=400, example=duplicate_title");
}

async function faultsOf(within: string, options: RunOptions) {
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

it("on a phone, no Copy button covers code, no line of code wraps, and controls are 44 pixels high, on every page", async () => {
  const pages = readdirSync(dist).filter((name) => name.endsWith(".html") && name !== "redoc.html");
  await using page = await visit("index", { viewport: { width: 390, height: 800 } });
  const faults: Record<string, string[]> = {};
  for (const name of pages) {
    await page.goto(`${docs.url}/${name}`);
    await unfold(page);
    for (const width of [390, 430]) {
      await page.setViewportSize({ width, height: 800 });
      const found = await page.evaluate(faultsOnPhone);
      if (found.length > 0) faults[`${name}, ${width}`] = found;
    }
  }

  expect(faults).toEqual({});
});

/** Returns code that its button covers, blocks of code with more lines than their text has, and small controls. */
function faultsOnPhone(): string[] {
  const damaged = [...document.querySelectorAll<HTMLElement>(".code")].flatMap((box) => {
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
  const controls = document.querySelectorAll(
    "header :is(a, button), main :is(button, summary, input, select), .plain a",
  );
  const small = [...controls].filter((control) => {
    const { height } = control.getBoundingClientRect();
    return height > 0 && Math.round(height) < 44;
  });
  return [...damaged, ...small.map(({ outerHTML }) => outerHTML.slice(0, 200))];
}

it("nothing is cut off, in narrow windows and with text at 200 percent", async () => {
  await using page = await visit("createTestRun");
  const devtools = await page.context().newCDPSession(page);
  for (const name of ["createTestRun", "importJunitReport", "errors", "index", "documented-observed-inferred"]) {
    await page.goto(addressOf(name));
    await unfold(page);
    for (const [width = 0, percent = 0] of [
      [320, 100],
      [768, 100],
      [1440, 200],
      [390, 200],
    ]) {
      await page.setViewportSize({ width, height: 800 });
      // Changes the font size as the settings of the browser do.
      await devtools.send("Page.setFontSizes", { fontSizes: { standard: (16 * percent) / 100 } });

      expect(await cutOff(page), `${name}, ${width} pixels, ${percent} percent`).toEqual([]);
    }
  }
});
