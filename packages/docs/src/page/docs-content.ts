import type { Spec } from "@testsigma-tms/codegen";
import { groupOperations, type OperationGroup } from "../document/group-operations.ts";
import { type Section, splitSections } from "../document/sections.ts";
import { casesOf, caseText, type ErrorCase, errorCases } from "../text/error-cases.ts";
import { marked } from "../text/marked.ts";

/** A text of the guide; its id is the one that links name. */
export interface Guide extends Section {
  id: string;
}

/** Everything that the page shows, in its order, before anything is drawn. */
export interface DocsContent {
  spec: Spec;
  title: string;
  version: string;
  /** One sentence without a full stop. */
  summary: string;
  /** What comes before the first heading of the spec's text. */
  intro: string;
  groups: OperationGroup[];
  guides: Guide[];
  cases: ErrorCase[];
  /** The Markdown that Redoc draws, by the name of its part. */
  texts: Record<string, string>;
}

/**
 * Arranges the spec and the pages of the docs.
 *
 * @throws {Error} for an operation whose id cannot be a link and the name of a file
 */
export function docsContent(spec: Spec, pages: Section[]): DocsContent {
  const odd = spec.operations.find(({ id }) => !/^[\w-]+$/.test(id));
  if (odd) {
    const { id, method, path } = odd;
    throw new Error(`${method} ${path}: it needs an operationId of letters, digits, _ and -, not "${id}".`);
  }
  const { overview, sections } = splitSections(spec.document.info?.description);
  const guides = [...sections, ...pages].map((section) => ({ id: slug(section.title), ...section }));
  const groups = groupOperations(spec);
  const cases = errorCases(spec.operations);
  const tags = groups.map(({ tag }) => [tagPart(tag), tagText(spec, tag)]);
  const texts = [
    ["intro", overview],
    ...tags,
    ...guides.map(({ id, markdown }) => [id, markdown]),
    ...cases.map((each) => [each.id, caseText(each)]),
    ...spec.operations.map((operation) => [errorsPart(operation.id), errorsText(casesOf(cases, operation))]),
  ].filter(([, text]) => text !== "");
  const { title = "API", version = "" } = spec.document.info ?? {};
  const summary = summaryOf(spec) ?? title;
  return {
    spec,
    title,
    version,
    summary,
    intro: overview,
    groups,
    guides,
    cases,
    texts: Object.fromEntries(texts),
  };
}

/** OpenAPI 3.1 added it; the reader's types are those of 3.0 here. */
function summaryOf({ document: { info } }: Spec): string | undefined {
  return info && "summary" in info && typeof info.summary === "string" ? info.summary : undefined;
}

export const tagPart = (tag: string) => `tag-${slug(tag)}`;

export const errorsPart = (id: string) => `errors-of-${id}`;

const slug = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");

const tagText = ({ document }: Spec, tag: string) =>
  document.tags?.find(({ name }) => name === tag)?.description?.trim() ?? "";

/** One item for each error, with its scenarios; the bodies stand in the section on errors. */
const errorsText = (cases: ErrorCase[]) =>
  cases
    .map((each) => {
      const names = Object.keys(each.examples).map((name) => `[\`${name}\`](#${each.id})`);
      const scenarios = names.length > 0 ? ` Scenarios: ${names.join(", ")}.` : "";
      return `- **[${each.title}](#${each.id})** ${marked(each.description, each.provenance).replaceAll(/\s*\n\s*/g, " ")}${scenarios}`;
    })
    .join("\n");
