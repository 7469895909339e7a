import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Handlebars from "handlebars";
import type { DrawnSection } from "../redoc/fix-redoc.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import type { DocsContent } from "./docs-content.ts";
import { pageView } from "./page-view.ts";
import { searchEntries } from "./search-entries.ts";

const browserFile = (name: string) => readFile(new URL(`../../browser/${name}`, import.meta.url), "utf8");
/** The search engine, MiniSearch, as a script that defines `MiniSearch`. */
const engineFolder = join(dirname(createRequire(import.meta.url).resolve("minisearch")), "../..");

export interface RenderOptions {
  /** Script to run in the page besides its own, as a file beside it. */
  script?: string;
  /** Where the page may connect to besides the mock, as a source of the policy's `connect-src`. */
  connect?: string;
}

/** The page and what it loads, as files by name, and the same in one file, `reference.html`, which loads nothing. */
export async function renderPage(
  content: DocsContent,
  drawn: Record<string, DrawnSection>,
  { script, connect }: RenderOptions = {},
): Promise<Record<string, string>> {
  const template = await pageTemplate();
  const view = pageView(content, drawn);
  const [style, own, favicon] = await Promise.all([
    browserFile("style.css"),
    browserFile("page.js"),
    browserFile("favicon.svg"),
  ]);
  const search = await searchFile(content, drawn);
  const [ownScript, searchScript] = [inScript(own), inScript(search)];
  return {
    "page.js": own,
    "search.js": search,
    "favicon.svg": favicon,
    ...(script && { "extra.js": script }),
    "index.html": template({
      ...view,
      style,
      favicon: "favicon.svg",
      policy: contentSecurityPolicy({ style, connect }),
      // The text is painted without waiting for it; on later visits it comes from the cache, in time for the theme.
      scripts: `<script src="page.js" async></script>${script ? '<script src="extra.js" defer></script>' : ""}`,
    }),
    "reference.html": template({
      ...view,
      style,
      favicon: `data:image/svg+xml,${encodeURIComponent(favicon.trim())}`,
      policy: contentSecurityPolicy({ style, scripts: [ownScript, searchScript] }),
      scripts: `<script>${ownScript}</script>`,
      searchScript: `<script>${searchScript}</script>`,
    }),
  };
}

async function pageTemplate(): Promise<(view: object) => string> {
  const handlebars = Handlebars.create();
  const [page, operation, samples] = await Promise.all([
    browserFile("page.hbs"),
    browserFile("operation.hbs"),
    browserFile("samples.hbs"),
  ]);
  handlebars.registerPartial({ operation, samples });
  // An indented partial would indent the code in it.
  return handlebars.compile(page, { preventIndent: true });
}

/** The search engine, what it searches and the dialog's script: one file, loaded when search is first used. */
async function searchFile(content: DocsContent, drawn: Record<string, DrawnSection>): Promise<string> {
  const [licence, engine] = await Promise.all(
    ["LICENSE.txt", "dist/umd/index.js"].map((name) => readFile(join(engineFolder, name), "utf8")),
  );
  const entries = JSON.stringify(searchEntries(content, drawn));
  return `/*! MiniSearch\n${licence}*/\n${engine?.replace(/^\/\/# sourceMappingURL=.*$/m, "")}\nconst searchEntries = ${entries};\n${await browserFile("search.js")}`;
}

/** A script that can stand between script tags: nothing in it ends the element. */
const inScript = (source: string) => source.replaceAll(/<(?=\/script|!--|script)/gi, "\\x3c");
