import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { siteOf } from "../support/built-docs.ts";
import { everyKind } from "../support/every-kind.ts";
import { search, visit } from "../support/reader.ts";

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
].join(" ");

const hostileDocument = structuredClone(everyKind);
const operation = hostileDocument.paths?.["/users"];
const [title, linked] = [
  "Every hostile",
  `[click](javascript:globalThis.hacked=1) <a href="javascript:globalThis.hacked=1">a</a>`,
];
Object.assign(hostileDocument.info ?? {}, {
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
  let site: Awaited<ReturnType<typeof siteOf>>;

  beforeAll(async () => {
    site = await siteOf(hostileDocument);
  });

  afterAll(() => site[Symbol.asyncDispose]());

  it.each(["index", "listUsers"])("neither runs nor vanishes on the page %s", async (name) => {
    await using page = await visit(`${site.url}/${name}.html`);
    const text = (await page.locator("body").textContent()) ?? "";
    for (const link of await page.locator("main a:not([href])").all()) await link.click();
    await search(page, "hostile");

    expect(await page.evaluate(() => Reflect.get(globalThis, "hacked"))).toBeUndefined();
    expect(await page.locator("script:not([src]), img, #redoc").count()).toBe(0);
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(page.complaints).toEqual([]);
    const parts = [`<div id="redoc">div</div>`, "{{title}} {{{title}}} {% tag %}", "%policy% %style%", "$& $1 $'"];
    for (const part of [...parts, "<!-- comment"]) expect(text.split(part).length, part).toBeGreaterThan(8);
  });
});

describe("the policy", () => {
  it("keeps foreign scripts, images and connections out", async () => {
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
});
