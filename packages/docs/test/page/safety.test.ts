import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dist, siteOf, spec } from "../support/built-docs.ts";
import { everyKind } from "../support/every-kind.ts";
import { search, visit } from "../support/reader.ts";

/** What a text of the spec must not do: run, end an element, become markup, or get lost. */
const hostile = [
  `<script>globalThis.hacked = 1</script>`,
  `</script><script>globalThis.hacked = 1</script>`,
  `</style><img src=x onerror="globalThis.hacked=1">`,
  `<div id="redoc">div</div>`,
  `{{title}} {{{title}}} {% tag %}`,
  `%policy% %style%`,
  `$& $1 $'`,
  `<!-- comment`,
].join(" ");

const document = structuredClone(everyKind);
const operation = document.paths?.["/users"];
const [title, linked] = [
  "Every hostile",
  `[click](javascript:globalThis.hacked=1) <a href="javascript:globalThis.hacked=1">a</a>`,
];
Object.assign(document.info ?? {}, {
  title: `${title} ${hostile}`,
  summary: hostile,
  description: `${hostile}\n\n${linked}\n\n\`\`\`js\n${hostile}\n\`\`\`\n\n## Guide ${hostile}\n\n${hostile} \`${hostile}\``,
});
const response = {
  description: hostile,
  content: {
    "application/json": { examples: { [hostile]: { summary: hostile, description: hostile, value: hostile } } },
  },
};
if (operation && "get" in operation) {
  Object.assign(operation.get ?? {}, {
    summary: hostile,
    description: hostile,
    tags: [hostile],
    parameters: [
      {
        name: hostile,
        in: "query",
        description: hostile,
        example: hostile,
        schema: { type: "string", enum: [hostile] },
      },
    ],
    requestBody: response,
    responses: { "200": response, "500": response },
  });
}

describe("text of the spec", () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof siteOf>>;

  beforeAll(async () => {
    site = await siteOf(document);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await site[Symbol.asyncDispose]();
  });

  it.each(["index.html", "reference.html"])("neither runs nor vanishes in %s", async (file) => {
    const { page, complaints } = await visit(browser, `${site.url}/${file}`);
    const text = (await page.locator("body").textContent()) ?? "";
    for (const link of await page.locator("main a:not([href])").all()) await link.click();
    await search(page, "hostile");

    expect(await page.evaluate(() => Reflect.get(globalThis, "hacked"))).toBeUndefined();
    expect(await page.locator("script:not([src]), img, #redoc").count()).toBe(file === "index.html" ? 0 : 2);
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(complaints).toEqual([]);
    // Title, tab, lead, text, code, and the heading and text of the operation and the guide.
    expect(text.split(`<div id="redoc">div</div>`).length).toBeGreaterThan(8);
    for (const part of ["{{title}} {{{title}}} {% tag %}", "%policy% %style%", "$& $1 $'", "<!-- comment"]) {
      expect(text.split(part).length, part).toBeGreaterThan(8);
    }
  });
});

describe("the policy", () => {
  it("lets the page run the files beside it, and in one file the two scripts that the page brings", async () => {
    const policies = await Promise.all(
      ["index.html", "reference.html"].map(async (name) => {
        const [, policy = ""] = (await readFile(join(dist, name), "utf8")).match(/Policy" content="([^"]+)"/) ?? [];
        return policy
          .replaceAll("&#x27;", "'")
          .replaceAll("&#x3D;", "=")
          .split("; ")
          .filter((part) => part.startsWith("script-src"))[0];
      }),
    );

    expect(policies[0]).toBe("script-src 'self'");
    expect(policies[1]).toMatch(/^script-src( 'sha256-[\w+/]+=*'){2}$/);
  });

  it("does not depend on the spec", async () => {
    const policyOf = async (folder: string) =>
      (await readFile(join(folder, "index.html"), "utf8")).match(/content="(default[^"]+)"/)?.[1];
    await using site = await siteOf({ ...spec.document, paths: {} });

    expect(await policyOf(site.folder)).toBe(await policyOf(dist));
  });
});
