import { readFile } from "node:fs/promises";
import Handlebars from "handlebars";
import { codeAddresses, type DocsContent } from "../content/docs-content.ts";
import { tagId } from "../content/group-operations.ts";
import { codeBlock } from "../markdown/code-block.ts";
import { createToHtml, type ToHtml } from "../markdown/markdown-html.ts";
import { codeSamples } from "../samples/code-samples.ts";
import { sampleRequest, workingServer } from "../samples/sample-request.ts";
import { guideView, operationView } from "./article-views.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { createPageOf, hrefOf, linkPages } from "./links.ts";
import { searchScript } from "./search-script.ts";

const browserFile = (name: string) => readFile(new URL(`../../browser/${name}`, import.meta.url), "utf8");

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
  const [style, theme, own, favicon] = await Promise.all(
    ["style.css", "theme.js", "page.js", "favicon.svg"].map(browserFile),
  );
  const addresses = codeAddresses(content);
  const toHtml = createToHtml((code) => addresses.get(code));
  const templates = await readTemplates();
  const pageOf = createPageOf(content);
  const articles = renderArticles(content, templates, toHtml);
  const site = content.title;
  const shared = { site, project: exampleProject(content), style: style ?? "", theme: theme ?? "" };
  const search = await searchScript(content, toHtml);
  const [ownScript, wholeSearch] = [inScript(own ?? ""), inScript(search((address) => `#${address}`))];
  const pages = articles.map((article, index) => {
    const html = templates.page({
      ...shared,
      ...article,
      title: article.title === site ? site : `${article.title} · ${site}`,
      menu: menuOf(content, article.id),
      isOverview: article.id === "index",
      markdown: article.id === "index" ? "llms-full.txt" : `${article.id}.md`,
      next: nextOf(articles[index + 1]),
      favicon: "favicon.svg",
      policy: contentSecurityPolicy({ style: shared.style, scripts: [shared.theme], ownFiles: true }),
      scripts: '<script src="page.js" defer></script>',
    });
    return [`${article.id}.html`, linkPages(html, article.id, pageOf)];
  });
  const whole = templates.page({
    ...shared,
    title: site,
    description: content.summary,
    html: articles.map(({ html }) => html).join("\n"),
    menu: menuOf(content),
    favicon: `data:image/svg+xml,${encodeURIComponent(favicon?.trim() ?? "")}`,
    policy: contentSecurityPolicy({ style: shared.style, scripts: [shared.theme, ownScript, wholeSearch] }),
    endScripts: `<script>${wholeSearch}</script><script>${ownScript}</script>`,
  });
  return {
    ...Object.fromEntries(pages),
    "reference.html": whole,
    "page.js": own ?? "",
    "search.js": search((address) => hrefOf(address, pageOf)),
    "favicon.svg": favicon ?? "",
  };
}

function renderArticles(content: DocsContent, templates: Templates, toHtml: ToHtml): Article[] {
  const operations = content.groups.flatMap((group) => group.operations);
  return [
    {
      id: "index",
      title: content.title,
      description: content.summary,
      html: templates.overview(overviewView(content, toHtml)),
    },
    ...operations.map((operation) => ({
      id: operation.id,
      title: operation.summary,
      description: `${operation.summary}: ${operation.method} ${operation.path}`,
      html: templates.operation(operationView(content, operation, toHtml)),
    })),
    ...content.guides.map((guide) => ({
      id: guide.id,
      title: guide.title,
      description: `${guide.title}: ${content.title}`,
      html: templates.guide(guideView(content, guide, toHtml)),
    })),
  ];
}

function overviewView(content: DocsContent, toHtml: ToHtml) {
  const { spec, title, summary, intro, groups, guides } = content;
  const first = groups[0]?.operations[0];
  const [curl] = first ? codeSamples(spec, first) : [];
  return {
    title,
    lead: `${summary}. This reference is unofficial; a typed client and a mock come with it.`,
    base: codeBlock("http", workingServer(spec), "Base URL"),
    first: first && { id: first.id, title: first.summary, html: codeBlock("bash", curl?.source ?? "", "curl") },
    intro: toHtml(intro, { owner: "overview" }),
    groups: groups.map(({ tag, operations }) => ({
      tag,
      id: tagId(tag),
      text: toHtml(spec.document.tags?.find(({ name }) => name === tag)?.description ?? ""),
      operations: operations.map(({ id, method, summary }) => ({ id, method, title: summary })),
    })),
    guides: Object.entries(Object.groupBy(guides, ({ group }) => group)).map(([group, some]) => ({
      group,
      guides: some,
    })),
  };
}

/** Returns the menu: operations by tag, with the guide between the first tag and the others. */
function menuOf({ groups, guides }: DocsContent, current = "") {
  const operations = groups.map(({ tag, operations }) => ({
    title: tag,
    links: operations.map(({ id, method, summary, isDeprecated }) => ({ id, title: summary, method, isDeprecated })),
  }));
  const texts = Object.entries(Object.groupBy(guides, ({ group }) => group)).map(([title, some = []]) => ({
    title,
    links: some.map(({ id, title }) => ({ id, title, method: "", isDeprecated: false })),
  }));
  const menu = [...operations.slice(0, 1), ...texts, ...operations.slice(1)];
  return menu.map(({ title, links }, index) => ({
    title,
    isOpen: index === 0 || links.some(({ id }) => id === current),
    links: links.map((link) => ({ ...link, isCurrent: link.id === current })),
  }));
}

const nextOf = (article: Article | undefined) => article && { href: `#${article.id}`, title: article.title };

/** Returns the project id in samples, which readers replace by their own. */
function exampleProject({ spec }: DocsContent): string {
  const operation = spec.operations.find(({ path }) => path.includes("{project_id}"));
  return String((operation && sampleRequest(spec, operation).path.project_id) ?? "");
}

type Templates = Record<"page" | "overview" | "operation" | "guide", (view: object) => string>;

async function readTemplates(): Promise<Templates> {
  const handlebars = Handlebars.create();
  const template = async (name: string) =>
    // Indenting a partial would indent the code in it.
    handlebars.compile(await browserFile(`${name}.hbs`), { preventIndent: true });
  const [page, overview, operation, guide] = await Promise.all(
    (["page", "overview", "operation", "guide"] as const).map(template),
  );
  if (!page || !overview || !operation || !guide) throw new Error("A template of the docs is missing.");
  return { page, overview, operation, guide };
}

/** Keeps a script from closing the element that contains it. */
const inScript = (source: string) => source.replaceAll(/<(?=\/script|!--|script)/gi, "\\x3c");
