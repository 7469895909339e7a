import { readFileSync } from "node:fs";
import Handlebars from "handlebars";
import type { DocsContent } from "../content/docs-content.ts";
import { codeBlock } from "../markdown/code-block.ts";
import { createToHtml, type ToHtml } from "../markdown/markdown-html.ts";
import { codeSamples } from "../samples/code-samples.ts";
import { sampleRequest, workingServer } from "../samples/sample-request.ts";
import { markdownFiles } from "../text/markdown-files.ts";
import { guideView, operationView } from "./article-views.ts";
import { createPageOf, linkPages } from "./links.ts";
import { searchScript } from "./search-script.ts";

interface Article {
  /** The name of the page, and the id of the element. */
  id: string;
  title: string;
  description: string;
  html: string;
}

/** Renders a page for the overview, each section of the guide and each operation. Returns files by name. */
export function renderSite(content: DocsContent): Record<string, string> {
  const { title: site } = content;
  const names = new Set(content.operations.map(({ id }) => id));
  const toHtml = createToHtml((code) => names.has(code));
  const pageOf = createPageOf(content);
  const articles = renderArticles(content, toHtml);
  const render = template("page");
  const shared = {
    site,
    // In the page, the style needs no second request before the first paint.
    style: browserFile("style.css").replaceAll(/\/\*[\s\S]*?\*\/|\s*\n\s*/g, ""),
    project: exampleProject(content),
  };
  const pages = articles.map(({ id, ...article }, index) => {
    const html = render({
      ...shared,
      ...article,
      title: article.title === site ? site : `${article.title} · ${site}`,
      menu: menuOf(content, id),
      isOverview: id === "index",
      markdown: id === "index" ? "llms-full.txt" : `${id}.md`,
      previous: articles[index - 1],
      next: articles[index + 1],
    });
    return [`${id}.html`, linkPages(html, id, pageOf)] as const;
  });
  const texts = articles.slice(1).map(({ id, html }) => [id, linkPages(html, "", pageOf)]);
  return {
    ...Object.fromEntries(pages),
    ...Object.fromEntries(["page.js", "favicon.svg"].map((name) => [name, browserFile(name)])),
    "search.js": searchScript(content, toHtml, pageOf),
    ...markdownFiles(content, Object.fromEntries(texts)),
  };
}

function renderArticles(content: DocsContent, toHtml: ToHtml): Article[] {
  const { title, summary, operations, guides } = content;
  const [operation, guide] = [template("operation"), template("guide")];
  return [
    { id: "index", title, description: summary, html: template("overview")(overviewView(content, toHtml)) },
    ...guides.map((each) => ({
      id: each.id,
      title: each.title,
      description: `${each.title}: ${title}`,
      html: guide(guideView(content, each, toHtml)),
    })),
    ...operations.map((each) => ({
      id: each.id,
      title: each.summary,
      description: `${each.summary}: ${each.method} ${each.path}`,
      html: operation(operationView(content, each, toHtml)),
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

/** Returns the menu: the guide, the recipes, and the operations by tag. */
function menuOf({ groups, guideGroups }: DocsContent, current: string) {
  const guide = guideGroups.map(({ group, guides }) => ({ title: group, links: guides }));
  const api = groups.map(({ tag, operations }) => ({
    title: tag,
    links: operations.map(({ id, summary, method, isDeprecated }) => ({ id, title: summary, method, isDeprecated })),
  }));
  return [...guide, ...api].map(({ title, links }) => ({
    title,
    isOpen: title === groups[0]?.tag || links.some(({ id }) => id === current),
    isFirstOfApi: title === groups[0]?.tag,
    links: links.map((link) => ({ ...link, isCurrent: link.id === current })),
  }));
}

/** Returns the project id in samples, which readers replace by their own. */
function exampleProject({ spec, operations }: DocsContent): string {
  const operation = operations.find(({ path }) => path.includes("{project_id}"));
  return String((operation && sampleRequest(spec, operation).path.project_id) ?? "");
}

const browserFile = (name: string) => readFileSync(new URL(`../../browser/${name}`, import.meta.url), "utf8");

// Indenting a partial would indent the code in it.
const template = (name: string): ((view: object) => string) =>
  Handlebars.compile(browserFile(`${name}.hbs`), { preventIndent: true });
