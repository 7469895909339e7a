import type { Operation, Schema, Spec } from "@testsigma-tms/codegen";
import { type ErrorCase, errorCases } from "./error-cases.ts";
import { groupOperations, type OperationGroup } from "./group-operations.ts";
import { type Section, slug, splitSections } from "./sections.ts";

/** A text that has its own page. */
export interface Guide extends Section {
  id: string;
  /** Its group in the menu. */
  group: string;
}

/** Everything that the docs show, in order. */
export interface DocsContent {
  spec: Spec;
  title: string;
  /** A summary in one sentence without a full stop. */
  summary: string;
  /** The spec's text before its first heading. */
  intro: string;
  groups: OperationGroup[];
  /** The guide, in the order of its groups. */
  guides: Guide[];
  cases: ErrorCase[];
}

/**
 * Arranges the spec, whose text becomes the guide, and the pages of the docs.
 *
 * @param pages sections by the group that they belong to; those of the group "Guide" follow the spec's
 * @throws {Error} if an operation or a section cannot have a page under its name
 */
export function docsContent(spec: Spec, pages: Record<string, Section[]> = {}): DocsContent {
  const { title = "API", description, ...info } = spec.document.info ?? {};
  const { overview, sections } = splitSections(description);
  const { Guide: further = [], ...others } = pages;
  const grouped = Object.entries({
    ...others,
    Guide: [...sections.map((each) => withSources(each, spec)), ...further],
  });
  const guides = grouped.flatMap(([group, texts]) =>
    texts.map((section) => ({ id: slug(section.title), group, ...section })),
  );
  checkNames(spec.operations, guides);
  const summary = "summary" in info && typeof info.summary === "string" ? info.summary : title;
  const cases = errorCases(spec.operations);
  return { spec, title, summary, intro: overview, groups: groupOperations(spec), guides, cases };
}

/** Adds the sources of observed statements to the section that explains the marks. */
function withSources(section: Section, { document }: Spec): Section {
  if (slug(section.title) !== "documented-observed-inferred" || !("x-sources" in document)) return section;
  const sources = Object.entries(document["x-sources"] as Record<string, Record<string, string>>);
  const rows = sources.map(([name, { place, when, seen }]) => `| \`${name}\` | ${place} | ${when} | ${seen} |`);
  const table = ["| Source | Place | When | What was seen |", "|---|---|---|---|", ...rows].join("\n");
  return { ...section, markdown: `${section.markdown}\n\n### Sources\n\n${table}` };
}

/** File names that no operation or section may have. */
const otherPages = ["index", "reference", "redoc"];

function checkNames(operations: Operation[], guides: Guide[]): void {
  const taken = new Set(otherPages);
  const names = [
    ...operations.map(({ id, method, path }) => [id, `${method} ${path} needs another operationId`]),
    ...guides.map(({ id, title }) => [id, `The section "${title}" needs another title`]),
  ];
  for (const [name = "", problem] of names) {
    if (!/^[\p{L}\p{N}_-]+$/u.test(name)) throw new Error(`${problem}: "${name}" cannot be the name of a page.`);
    // Some file systems are not case-sensitive.
    if (taken.has(name.toLowerCase())) throw new Error(`${problem}: there is a page "${name}" already.`);
    taken.add(name.toLowerCase());
  }
}

/**
 * Returns the targets of code in a text: names of operations, and of schemas that a section or an operation explains.
 */
export function codeAddresses({ spec, guides }: DocsContent): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const name of Object.keys(spec.document.components?.schemas ?? {})) {
    const guide = guides.find(({ id }) => id === slug(name) || id === `${slug(name)}s`);
    const operation = spec.operations.find(({ requestBody }) =>
      requestBody?.content.some(({ schema }) => refersTo(schema, name)),
    );
    const address = guide?.id ?? (operation && `${operation.id}/body`);
    if (address) addresses.set(name, address);
  }
  for (const { id } of spec.operations) addresses.set(id, id);
  return addresses;
}

const refersTo = (schema: Schema | undefined, name: string) =>
  schema !== undefined && "$ref" in schema && schema.$ref === `#/components/schemas/${name}`;
