import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Operation, Spec } from "@testsigma-tms/spec/reader";
import type { DocsContent } from "../content/docs-content.ts";
import { type ErrorCase, examplesOf } from "../content/error-cases.ts";
import { operationFields } from "../fields/operation-fields.ts";
import type { ToHtml } from "../markdown/markdown-html.ts";
import { hrefOf, type PageOf } from "./links.ts";

/** The folder of MiniSearch, the search engine, which includes a script that defines `MiniSearch`. */
const engineFolder = join(dirname(createRequire(import.meta.url).resolve("minisearch")), "../..");

/** A place in the docs that search can find. */
interface SearchEntry {
  address: string;
  title: string;
  /** A second name that people search for; operations and sections have one. */
  name?: string;
  owner?: string;
  /** The part of the docs that the place belongs to, as shown. */
  where: string;
  text: string;
}

/** Returns the script of the search: the engine, the entries, and the dialog. */
export function searchScript(content: DocsContent, toHtml: ToHtml, pageOf: PageOf): string {
  const [licence, engine] = ["LICENSE.txt", "dist/umd/index.js"].map((name) =>
    readFileSync(join(engineFolder, name), "utf8").replace(/^\/\/# sourceMappingURL=.*$/m, ""),
  );
  const dialog = readFileSync(new URL("../../browser/search.js", import.meta.url), "utf8");
  const entries = searchEntries(content, toHtml).map(({ address, ...entry }) => ({
    href: hrefOf(address, pageOf),
    ...entry,
  }));
  return `/*! MiniSearch\n${licence}*/\n${engine}\nconst searchEntries = ${JSON.stringify(entries)};\n${dialog}`;
}

function searchEntries({ spec, operations, guides, cases }: DocsContent, toHtml: ToHtml): SearchEntry[] {
  const text = (markdown: string) => plainText(toHtml(markdown, { mark: undefined }));
  return [
    ...operations.flatMap((operation) => operationEntries(spec, operation, text)),
    ...cases.flatMap(scenarioEntries),
    ...guides.map(({ id, title, group, markdown }) => ({
      address: id,
      title,
      name: id,
      where: group,
      text: text(markdown),
    })),
  ];
}

function operationEntries(spec: Spec, operation: Operation, text: (markdown: string) => string): SearchEntry[] {
  const { id, tag, method, path, summary, description, responses } = operation;
  const { parameters, bodies, responses: read } = operationFields(spec, operation);
  const fields = [...parameters, ...bodies.flatMap((body) => body.fields), ...read.flatMap((each) => each.fields)];
  const examples = responses.filter(({ isSuccess }) => isSuccess).flatMap((each) => Object.entries(examplesOf(each)));
  return [
    { address: id, title: summary, name: id, where: tag, text: `${method} ${path} ${text(description)}` },
    ...examples.map(([name, { summary: about = "" }]) => ({ address: id, title: name, where: summary, text: about })),
    ...fields.map((field) => ({
      address: `${id}/${field.id}`,
      title: field.parents + field.name,
      owner: id,
      where: summary,
      text: text(field.description),
    })),
  ];
}

const scenarioEntries = ({ id, title, examples }: ErrorCase): SearchEntry[] =>
  Object.entries(examples).map(([name, { summary = "", value }]) => ({
    address: id,
    title: name,
    where: `Errors: ${title}`,
    text: [summary, messageOf(value)].filter(Boolean).join(": "),
  }));

const messageOf = (value: unknown) =>
  typeof value === "object" && value !== null && "message" in value ? String(value.message) : "";

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", "#x27": "'" };

/** Returns the words that a reader sees, without code: half a statement explains no result. */
const plainText = (html: string) =>
  html
    .replaceAll(/<a class="mark[^>]*>(\w+)<\/a>/g, "($1)")
    .replaceAll(/<div class="code">[\s\S]*?<\/pre>/g, "")
    .replaceAll(/<(?:wbr|\/?(?:code|span|a|strong|em)\b)[^>]*>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&([\w#]+);/g, (entity, name: string) => entities[name] ?? entity)
    .replaceAll(/\s+/g, " ")
    .trim();
