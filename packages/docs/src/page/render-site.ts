import { readFile } from "node:fs/promises";
import Handlebars from "handlebars";
import { codeAddresses, type DocsContent } from "../content/docs-content.ts";
import { codeBlock } from "../markdown/code-block.ts";
import { createToHtml, type ToHtml } from "../markdown/markdown-html.ts";
import { codeSamples } from "../samples/code-samples.ts";
import { sampleRequest, workingServer } from "../samples/sample-request.ts";
import { guideView, operationView } from "./article-views.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { createPageOf, hrefOf, linkPages } from "./links.ts";
import { searchScript } from "./search-script.ts";

interface Article {
  /** The name of the page, and the id of the element. */
  id: string;
  title: string;
  description: string;
  html: string;
}

/**
 * Renders a page for the overview, each operation and each section of the guide, with the scripts that they load, and
 * `reference.html`, which has all of them and loads nothing. Returns files by name.
 */
export async function renderSite(content: DocsContent): Promise<Record<string, string>> {
  const [style, theme, script, favicon] = await Promise.all([
    browserFile("style.css"),
    browserFile("theme.js"),
    browserFile("page.js"),
    browserFile("favicon.svg"),
  ]);
  const addresses = codeAddresses(content);
  const toHtml = createToHtml((code) => addresses.get(code));
  const pageOf = createPageOf(content);
  const [articles, search, template] = await Promise.all([
    renderArticles(content, toHtml),
    searchScript(content, toHtml),
    readTemplate("page"),
  ]);
  const site = content.title;
  const shared = { site, project: exampleProject(content), style, theme };
  const pages = articles.map(({ id, ...article }, index) => {
    const html = template({
      ...shared,
      ...article,
      title: article.title === site ? site : `${article.title} · ${site}`,
      menu: menuOf(content, id),
      isOverview: id === "index",
      markdown: id === "index" ? "llms-full.txt" : `${id}.md`,
      next: articles[index + 1],
      favicon: "favicon.svg",
      policy: contentSecurityPolicy({ style, scripts: [theme], ownFiles: true }),
      scripts: '<script src="page.js" defer></script>',
    });
    return [`${id}.html`, linkPages(html, id, pageOf)];
  });
  const [ownScript, wholeSearch] = [inScript(script), inScript(search((address) => `#${address}`))];
  const whole = template({
    ...shared,
    title: site,
    description: content.summary,
    html: articles.map(({ html }) => html).join("\n"),
    menu: menuOf(content),
    favicon: `data:image/svg+xml,${encodeURIComponent(favicon.trim())}`,
    policy: contentSecurityPolicy({ style, scripts: [theme, ownScript, wholeSearch] }),
    endScripts: `<script>${wholeSearch}</script><script>${ownScript}</script>`,
  });
  return {
    ...Object.fromEntries(pages),
    "reference.html": whole,
    "page.js": script,
    "search.js": search((address) => hrefOf(address, pageOf)),
    "favicon.svg": favicon,
  };
}

async function renderArticles(content: DocsContent, toHtml: ToHtml): Promise<Article[]> {
  const { title, summary, operations, guides } = content;
  const [overview, operation, guide] = await Promise.all([
    readTemplate("overview"),
    readTemplate("operation"),
    readTemplate("guide"),
  ]);
  return [
    { id: "index", title, description: summary, html: overview(overviewView(content, toHtml)) },
    ...operations.map((each) => ({
      id: each.id,
      title: each.summary,
      description: `${each.summary}: ${each.method} ${each.path}`,
      html: operation(operationView(content, each, toHtml)),
    })),
    ...guides.map((each) => ({
      id: each.id,
      title: each.title,
      description: `${each.title}: ${title}`,
      html: guide(guideView(content, each, toHtml)),
    })),
  ];
}

function overviewView({ spec, title, summary, intro, groups, guideGroups, operations }: DocsContent, toHtml: ToHtml) {
  const [first] = operations;
  const [curl] = first ? codeSamples(spec, first) : [];
  return {
    title,
    lead: `${summary}. This reference is unofficial; a typed client and a mock come with it.`,
    base: codeBlock("http", workingServer(spec), "Base URL"),
    first: first && { ...first, html: codeBlock("bash", curl?.source ?? "", "curl") },
    intro: toHtml(intro, { owner: "overview" }),
    groups: groups.map(({ tag, ...group }) => ({
      ...group,
      tag,
      text: toHtml(spec.document.tags?.find(({ name }) => name === tag)?.description ?? ""),
    })),
    guideGroups,
  };
}

/** Returns the menu: operations by tag, with the guide between the first tag and the others. */
function menuOf({ groups, guideGroups }: DocsContent, current = "") {
  const [first, ...others] = groups.map(({ tag, operations }) => ({
    title: tag,
    links: operations.map(({ id, summary, method, isDeprecated }) => ({ id, title: summary, method, isDeprecated })),
  }));
  const guide = guideGroups.map(({ group, guides }) => ({ title: group, links: guides }));
  return [first ?? { title: "", links: [] }, ...guide, ...others].map(({ title, links }, index) => ({
    title,
    isOpen: index === 0 || links.some(({ id }) => id === current),
    links: links.map((link) => ({ ...link, isCurrent: link.id === current })),
  }));
}

/** Returns the project id in samples, which readers replace by their own. */
function exampleProject({ spec, operations }: DocsContent): string {
  const operation = operations.find(({ path }) => path.includes("{project_id}"));
  return String((operation && sampleRequest(spec, operation).path.project_id) ?? "");
}

const browserFile = (name: string) => readFile(new URL(`../../browser/${name}`, import.meta.url), "utf8");

// Indenting a partial would indent the code in it.
const readTemplate = async (name: string): Promise<(view: object) => string> =>
  Handlebars.compile(await browserFile(`${name}.hbs`), { preventIndent: true });

/** Keeps a script from closing the element that contains it. */
const inScript = (source: string) => source.replaceAll(/<(?=\/script|!--|script)/gi, "\\x3c");
