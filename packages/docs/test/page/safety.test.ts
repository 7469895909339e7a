import { afterAll, describe, expect, it } from "vitest";
import { siteOf } from "../support/built-docs.ts";
import { everyKind } from "../support/every-kind.ts";
import { cutOff, search, unfold, visit } from "../support/reader.ts";

/** Texts that must not run, end an element, become markup or get lost when they are in the spec. */
const hostile = [
  `<script>globalThis.hacked = 1</script>`,
  `</script><script>globalThis.hacked = 1</script>`,
  `</style><img src=x onerror="globalThis.hacked=1">`,
  `<div id="redoc">div</div>`,
  `{{title}} {{{title}}} {% tag %}`,
  `%policy% %style%`,
  `$& $1 $'`,
  `<!-- comment`,
  "W".repeat(300),
].join(" ");

const hostileDocument = structuredClone(everyKind);
const operation = hostileDocument.paths?.["/users"];
const title = "Every hostile";
const linked = `[click](javascript:globalThis.hacked=1) [tab](<java\tscript:globalThis.hacked=1>) [entity](java&Tab;script:globalThis.hacked=1) [data](data:text/html,x) <a href="javascript:globalThis.hacked=1">a</a>`;
const openFence = "### Same\n\n### Same!\n\n```sh\n## no heading\n```\n\n```js\nleft open";
Object.assign(hostileDocument.info ?? {}, {
  title: `${title} ${hostile}`,
  summary: hostile,
  description: `${hostile}\n\n${linked}\n\n\`\`\`js\n${hostile}\n\`\`\`\n\n## Guide ${hostile}\n\n${hostile} \`${hostile}\`\n\n${openFence}\n\n## After the fence\n\nText.`,
});
Object.assign(hostileDocument, { tags: [{ name: "Test runs" }, { name: "Test-runs" }, { name: hostile }] });
const response = {
  description: hostile,
  content: {
    "application/json": { examples: { [hostile]: { summary: hostile, description: hostile, value: hostile } } },
  },
};
if (operation && "get" in operation) {
  Object.assign(operation.get ?? {}, {
    summary: hostile,
    description: `${hostile}\n\n${openFence}`,
    tags: [hostile, "Test-runs"],
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

describe("text of the spec", async () => {
  const site = await siteOf(hostileDocument);

  afterAll(() => site[Symbol.asyncDispose]());

  it.each([
    ["index", 1440],
    ["listUsers", 390],
  ])("neither runs, vanishes nor breaks the page %s, at %i pixels", async (name, width) => {
    await using page = await visit(`${site.url}/${name}.html`, { viewport: { width, height: 800 } });
    const text = (await page.locator("body").textContent()) ?? "";
    for (const link of await page.locator("main a:not([href])").all()) await link.click();
    await unfold(page);
    expect(await cutOff(page)).toEqual([]);
    await search(page, "hostile");

    expect(await page.evaluate(() => Reflect.get(globalThis, "hacked"))).toBeUndefined();
    expect(await page.locator("script:not([src]), img, #redoc").count()).toBe(0);
    const links = await page.locator("a[href]").evaluateAll((some: HTMLAnchorElement[]) => some.map((a) => a.protocol));
    expect([...new Set(links)]).toEqual(["http:"]);
    const ids = await page.locator("[id]").evaluateAll((some) => some.map(({ id }) => id));
    expect(ids).toHaveLength(new Set(ids).size);
    expect(page.complaints).toEqual([]);
    const parts = [`<div id="redoc">div</div>`, "{{title}} {{{title}}} {% tag %}", "%policy% %style%", "$& $1 $'"];
    for (const part of [...parts, "<!-- comment"]) expect(text.split(part).length, part).toBeGreaterThan(8);
  });

  it("continues with the section after one with an open block of code", async () => {
    await using page = await visit(`${site.url}/after-the-fence.html`);

    expect(await page.locator("h1").textContent()).toBe("After the fence");
  });
});

it("the policy keeps foreign scripts, images and connections out", async () => {
  await using page = await visit("createTestRun");
  const blocked = await page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const directives: string[] = [];
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
          if (directives.push(effectiveDirective) === 3) done(directives.sort());
        });
        const script = document.createElement("script");
        script.textContent = "throw new Error('a foreign script ran')";
        document.body.append(script);
        new Image().src = "https://example.com/pixel.png";
        fetch("https://arcus.testsigma.com").catch(() => {});
      }),
  );

  expect(blocked).toEqual(["connect-src", "img-src", "script-src-elem"]);
});
