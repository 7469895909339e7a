import type { Provenance } from "@testsigma-tms/spec/reader";
import { Marked, type Tokens } from "marked";
import { slug, uniqueId } from "../content/sections.ts";
import { codeBlock } from "./code-block.ts";
import { escapeHtml, inlineCode } from "./escape-html.ts";

interface TextOptions {
  /**
   * The mark of the thing that the text describes: a sentence of the same origin needs no mark of its own. Documented
   * by default.
   */
  mark?: Provenance | undefined;
  /** The sources of the thing that the text describes; `(observed: name)` names others. */
  sources?: string[];
  /** The prefix for the ids of the headings. */
  owner?: string;
}

export type ToHtml = (markdown: string, options?: TextOptions) => string;

/** Returns a mark as a link to the legend; nothing for documented statements, which are the rule. */
export function mark(name: Provenance | undefined, sources: string[] = []): string {
  return name && name !== "documented" ? anyMark(name, sources) : "";
}

function anyMark(name: string, sources: string[] = []): string {
  const title = sources.length > 0 ? ` title="Source: ${escapeHtml(sources.join(", "))}"` : "";
  return `<a class="mark ${name}" href="#documented-observed-inferred"${title}>${name}</a>`;
}

const marked = /^ ?\((documented|observed|inferred)\b(?:: ([\w, -]+))?[,;]?([^()]*)\)/;

/**
 * Creates the function that prints all texts. HTML in a text is escaped, images become text, and a link leads to
 * another page, a mail address, a place of these docs or a file next to them. A mark in parentheses becomes a badge.
 *
 * @param isOperation returns whether code is the name of an operation, to which it links then
 */
export function createToHtml(isOperation: (code: string) => boolean): ToHtml {
  let options: TextOptions = {};
  let ids = new Set<string>();
  let isInLink = false;
  const parser = new Marked({
    extensions: [
      {
        name: "mark",
        level: "inline",
        start: (text) => text.match(/ ?\((documented|observed|inferred)\b/)?.index,
        tokenizer(text) {
          const [raw, name, sources, more] = marked.exec(text) ?? [];
          if (raw === undefined) return undefined;
          return { type: "mark", raw, name, sources: sources?.split(", "), more: more?.trim() };
        },
        renderer({ raw, name, more, sources = name === "observed" ? options.sources : [] }) {
          const isRule = name === "documented" && (options.mark ?? name) === name && raw.startsWith(" ");
          const isLink = !isInLink && !isRule;
          const space = raw.startsWith(" ") && (isLink || more) ? " " : "";
          return `${space}${isLink ? anyMark(name, sources) : ""}${more ? `${isLink ? " " : ""}(${escapeHtml(more)})` : ""}`;
        },
      },
    ],
    renderer: {
      html: ({ text }) => escapeHtml(text),
      image: ({ text }) => escapeHtml(text),
      code: ({ lang, text }) => codeBlock(lang ?? "", text),
      codespan({ text }) {
        const code = inlineCode(text);
        return !isInLink && isOperation(text) ? `<a href="#${escapeHtml(text)}">${code}</a>` : code;
      },
      heading({ tokens, text, depth }) {
        const level = Math.max(2, depth - 1);
        const id = uniqueId(`${options.owner ?? ""}/${slug(text)}`, ids);
        return `<h${level} id="${escapeHtml(id)}">${this.parser.parseInline(tokens)}</h${level}>`;
      },
      link({ href, tokens }) {
        isInLink = true;
        const text = this.parser.parseInline(tokens);
        isInLink = false;
        return isSafe(href) ? `<a href="${escapeHtml(href)}">${text}</a>` : text;
      },
      // A table that is wider than the window scrolls, with the keyboard too.
      table({ header, rows }) {
        const row = (cells: Tokens.TableCell[], tag: string) =>
          `<tr>${cells.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join("")}</tr>`;
        const body = rows.map((cells) => row(cells, "td")).join("");
        return `<div class="table" tabindex="0" role="group" aria-label="Table"><table><thead>${row(header, "th")}</thead><tbody>${body}</tbody></table></div>`;
      },
    },
  });
  return (markdown, given = {}) => {
    options = given;
    ids = new Set();
    return parser.parse(markdown, { async: false });
  };
}

/** Returns whether a link leads to a page or a mail address, as browsers read it: they ignore a tab in `java\tscript:`. */
const isSafe = (href: string) => /^(https?|mailto):$/.test(URL.parse(href, "https://example.com")?.protocol ?? "");
