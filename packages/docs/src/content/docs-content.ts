import type { Operation, Spec } from "@testsigma-tms/spec/reader";
import { type ErrorCase, errorCases } from "./error-cases.ts";
import { type Section, slug, splitSections, uniqueId } from "./sections.ts";

/** A text that has its own page. */
export interface Guide extends Section {
  id: string;
  group: string;
}

export interface OperationGroup {
  tag: string;
  /** The id of the tag on the overview. */
  id: string;
  operations: Operation[];
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
  guideGroups: { group: string; guides: Guide[] }[];
  operations: Operation[];
  guides: Guide[];
  cases: ErrorCase[];
}

/**
 * Arranges the spec, whose text becomes the guide, and the pages of the docs.
 *
 * @param pages sections by the group that they belong to; those of the group "Guide" follow the spec's
 * @throws {Error} if two pages would have the same name
 */
export function docsContent(spec: Spec, pages: Record<string, Section[] | undefined> = {}): DocsContent {
  const { title = "API", description, ...info } = spec.document.info ?? {};
  const { overview, sections } = splitSections(description);
  const ownSections = sections.map((section) => withSources(section, spec));
  const guideGroups = Object.entries({ ...pages, Guide: [...ownSections, ...(pages.Guide ?? [])] }).map(
    ([group, texts = []]) => ({ group, guides: texts.map((text) => ({ id: slug(text.title), group, ...text })) }),
  );
  const groups = groupOperations(spec);
  const content = {
    spec,
    title,
    summary: "summary" in info && typeof info.summary === "string" ? info.summary : title,
    intro: overview,
    groups,
    guideGroups,
    operations: groups.flatMap(({ operations }) => operations),
    guides: guideGroups.flatMap(({ guides }) => guides),
    cases: errorCases(spec.operations),
  };
  checkNames(content);
  return content;
}

/**
 * Groups the operations by tag, in the order of the document's tags and then of its operations. `createTestRun`, with
 * which readers begin, and its group come first.
 */
function groupOperations({ document, operations }: Spec): OperationGroup[] {
  const tags = new Set([...(document.tags ?? []).map(({ name }) => name), ...operations.map(({ tag }) => tag)]);
  const ids = new Set<string>();
  const isFirst = ({ id }: Operation) => id === "createTestRun";
  return [...tags]
    .map((tag) => ({
      tag,
      id: uniqueId(`tag-${slug(tag)}`, ids),
      operations: operations
        .filter((operation) => operation.tag === tag)
        .toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one))),
    }))
    .filter((group) => group.operations.length > 0)
    .toSorted((one, other) => Number(other.operations.some(isFirst)) - Number(one.operations.some(isFirst)));
}

/** Adds the sources of observed statements to the section that explains the marks. */
function withSources(section: Section, { document }: Spec): Section {
  if (slug(section.title) !== "documented-observed-inferred" || !("x-sources" in document)) return section;
  const sources = Object.entries(document["x-sources"] as Record<string, Record<string, string>>);
  const items = sources.map(([name, { place, when, seen }]) => `- \`${name}\`, ${when}: ${place}. ${seen}`);
  return { ...section, markdown: `${section.markdown}\n\n### Sources\n\n${items.join("\n")}` };
}

/** Rejects names of operations and sections that cannot be those of pages. Some file systems ignore case. */
function checkNames({ operations, guides }: { operations: Operation[]; guides: Guide[] }): void {
  const taken = new Set(["index", "redoc"]);
  for (const { id } of [...operations, ...guides]) {
    if (taken.has(id.toLowerCase())) throw new Error(`Rename "${id}": there is a page of that name already.`);
    if (!/^[\p{L}\p{N}_-]+$/u.test(id)) throw new Error(`Rename "${id}": it cannot be the name of a page.`);
    taken.add(id.toLowerCase());
  }
}
