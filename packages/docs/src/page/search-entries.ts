import { operationParts } from "../document/operation-parts.ts";
import type { DrawnSection } from "../redoc/fix-redoc.ts";
import { type ErrorCase, examplesOf } from "../text/error-cases.ts";
import type { DocsContent } from "./docs-content.ts";

/** What search finds: a place of the page with its text. */
export interface SearchEntry {
  /** Of the element to go to. */
  id: string;
  title: string;
  /** Another name that people search for. */
  name?: string;
  /** What the place belongs to. */
  where: string;
  text: string;
}

/** Everything that search finds: operations, their fields and scenarios, error messages and texts. */
export function searchEntries(content: DocsContent, drawn: Record<string, DrawnSection>): SearchEntry[] {
  const { groups, guides, cases } = content;
  const operations = groups.flatMap(({ operations }) => operations);
  return [
    ...operations.flatMap((operation): SearchEntry[] => {
      const { id, tag, method, path, summary, description, responses } = operation;
      const examples = responses.filter(({ isSuccess }) => isSuccess).map(examplesOf);
      return [
        { id, title: summary, name: id, where: tag, text: `${method} ${path} ${plain(description)}` },
        ...examples.flatMap((named) =>
          Object.entries(named).map(([name, { summary: text = "" }]) => ({ id, title: name, where: summary, text })),
        ),
        ...operationParts(operation).flatMap(({ name: part }) =>
          (drawn[part]?.fields ?? []).map(({ id: field, name, text }) => ({
            id: field,
            title: name,
            where: summary,
            text,
          })),
        ),
      ];
    }),
    ...cases.flatMap(scenariosOf),
    ...guides.map(({ id, title, markdown }) => ({ id, title, where: "Guide", text: plain(markdown) })),
  ];
}

const scenariosOf = ({ id, title, examples }: ErrorCase): SearchEntry[] =>
  Object.entries(examples).map(([name, { summary = "", value }]) => ({
    id,
    title: name,
    where: `Errors: ${title}`,
    text: [summary, messageOf(value)].filter(Boolean).join(": "),
  }));

const messageOf = (value: unknown) =>
  typeof value === "object" && value !== null && "message" in value ? String(value.message) : "";

/** Markdown without its signs and the targets of its links. */
const plain = (markdown: string) =>
  markdown
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replaceAll(/[`*#|>]+/g, "")
    .replaceAll(/\s+/g, " ");
