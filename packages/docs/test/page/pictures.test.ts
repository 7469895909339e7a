import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { addressOf, search, visit } from "../support/reader.ts";

const folder = fileURLToPath(new URL("../../reports/pictures", import.meta.url));

/** On a busy machine, Chromium occasionally reports that it is unable to capture a screenshot. */
const retries = { retry: 2 };

it.each([
  [1440, "light"],
  [1440, "dark"],
  [390, "light"],
  [390, "dark"],
  [320, "light"],
] as const)("leaves pictures for a reviewer, at %i pixels in %s", retries, async (width, colorScheme) => {
  await mkdir(folder, { recursive: true });
  const { page, complaints } = await visit("index", { viewport: { width, height: 900 }, colorScheme });
  const picture = (name: string) => page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
  await picture("index");
  for (const name of ["createTestRun", "createTestRun#createTestRun/body/selection_type", "errors"]) {
    await page.goto(addressOf(name));
    await picture(name.replace(/#.*\//, "-"));
  }
  await page.goto(addressOf("importJunitReport"));
  await page.locator(".try summary").click();
  await page.locator(".try").evaluate((details) => details.scrollIntoView());
  await picture("try-it");
  await search(page, "rate");
  await picture("search");

  expect(complaints).toEqual([]);
  await page.close();
});
