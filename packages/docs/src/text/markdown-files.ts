// @ts-expect-error: it has no types.
import { gfm } from "@joplin/turndown-plugin-gfm";
import TurndownService from "turndown";
import type { DocsContent } from "../content/docs-content.ts";

/** Prints the HTML of a page as Markdown. */
const printer = new TurndownService({ headingStyle: "atx", codeBlockStyle: "fenced", bulletListMarker: "-" })
  .use(gfm)
  .addRule("control", { filter: isControl, replacement: () => "" })
  .addRule("code", {
    filter: (node) => node.className === "code",
    replacement: (_, node) => {
      const [code, title] = [textIn(node, "code"), textIn(node, ".title")];
      const lang = (node as HTMLElement).querySelector("code")?.getAttribute("data-lang") ?? "";
      let fence = "```";
      while (code.includes(fence)) fence += "`";
      return `\n\n${title && `${title}:\n\n`}${fence}${lang}\n${code}\n${fence}\n\n`;
    },
  })
  .addRule("endpoint", {
    filter: (node) => node.className === "endpoint code",
    replacement: (_, node) => `\n\n\`${textIn(node, ".method")} ${textIn(node, "code")}\`\n\n`,
  })
  .addRule("field", {
    filter: (node) => node.className === "field",
    replacement: (text) => `- ${text.trim().replaceAll(" , ", ", ").replaceAll(/\n+/g, "\n  ")}\n`,
  })
  .addRule("name", { filter: (node) => node.className === "name", replacement: (_, node) => `\`${node.textContent}\`` })
  .addRule("mark", {
    filter: (node) => /^(mark|required)\b/.test(node.className),
    replacement: (text, node) => {
      const { className, title } = node as HTMLElement;
      const [, name] = className.split(" ");
      if (text === "required") return name ? `, required (${name})` : ", required";
      return `(${[text, title.replace("Source: ", "")].filter(Boolean).join(": ")})`;
    },
  });

const textIn = (node: Node, selector: string) => (node as HTMLElement).querySelector(selector)?.textContent ?? "";

/** Returns whether an element is one to click on, or a sample that only repeats curl's. */
function isControl(node: HTMLElement): boolean {
  const isOtherSample = node.className === "sample" && node.getAttribute("data-language") !== "curl";
  return isOtherSample || /^(BUTTON|LABEL|NAV|SUMMARY)$/.test(node.nodeName) || /\b(box|jump)\b/.test(node.className);
}

/**
 * Prints the texts for programs (llmstxt.org): each page as Markdown, `llms-full.txt` with all of them, and `llms.txt`,
 * the index. Returns files by name.
 *
 * @param pages the HTML of the pages by name, with links between them
 */
export function markdownFiles(content: DocsContent, pages: Record<string, string>): Record<string, string> {
  const { title, summary, intro, groups, guideGroups } = content;
  const texts = Object.entries(pages).map(([id, html]) => [`${id}.md`, printer.turndown(linkMarkdown(html))]);
  const item = (id: string, name: string, note = "") => `- [${name}](${id}.md)${note}`;
  const start = `# ${title} (unofficial)\n\n> ${summary}`;
  const index = [
    start,
    "Each operation and section has a page; `llms-full.txt` has all of them. A statement without a mark is documented.",
    ...guideGroups.map(
      ({ group, guides }) => `## ${group}\n\n${guides.map((each) => item(each.id, each.title)).join("\n")}`,
    ),
    ...groups.map(({ tag, operations }) => {
      const items = operations.map(({ id, method, path, summary, isDeprecated }) =>
        item(id, summary, `${isDeprecated ? " (deprecated)" : ""}: \`${method} ${path}\``),
      );
      return `## ${tag}\n\n${items.join("\n")}`;
    }),
    "## Files\n\n- [openapi.yaml](openapi.yaml): the OpenAPI document\n- [openapi.json](openapi.json): the same as JSON\n- [llms-full.txt](llms-full.txt): all pages as one",
  ];
  return {
    ...Object.fromEntries(texts.map(([name, text]) => [name, `${text}\n`])),
    "llms.txt": `${index.join("\n\n")}\n`,
    "llms-full.txt": `${[start, intro, ...texts.map(([, text]) => text)].join("\n\n")}\n`,
  };
}

/** Rewrites links to lead to the Markdown of a page. */
const linkMarkdown = (html: string) =>
  html.replaceAll(/ href="(?:index|([\w-]+))\.html[^"]*"/g, (_, page) => ` href="${page ? `${page}.md` : "llms.txt"}"`);
