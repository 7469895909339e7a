import type { Provenance, Schema, Spec } from "@testsigma-tms/codegen";

/** The badge colours are Redoc's names; the page's style sheet decides how they look. */
const colours: Record<Provenance, string> = { documented: "green", observed: "blue", inferred: "orange" };

type Node = Record<string, unknown>;

/**
 * Shows where each statement is known from: as a badge beside the name of a field or parameter, and before the text of
 * anything else. That a field is required has a badge of its own where `x-required-provenance` names another origin.
 */
export function showMarks({ document, resolve }: Spec): void {
  visit(document, "document", (node, parentKey) => {
    showRequiredMarks(node, resolve);
    if (typeof node.description === "string") node.description = marksAsBadges(escapeHtml(node.description));
    const mark = node["x-provenance"];
    if (!isProvenance(mark)) return;
    const isField = "in" in node || parentKey === "properties" || parentKey === "schemas";
    if (isField) addBadge(node, mark, mark);
    else node.description = `${badge(mark)} ${node.description ?? ""}`.trim();
  });
}

/** Puts the mark of `required` on each required property of an object schema, or on a required parameter. */
function showRequiredMarks(node: Node, resolve: Spec["resolve"]): void {
  const mark = node["x-required-provenance"];
  if (!isProvenance(mark)) return;
  if (node.required === true) addBadge(node, `required: ${mark}`, mark);
  if (!Array.isArray(node.required)) return;
  const { properties = {} } = node as Schema;
  for (const name of node.required) {
    const property = properties[name];
    if (!property) continue;
    // Beside a `$ref`, so that a schema that contains itself stays finite.
    const own: Node = { ...property };
    const target = resolve<Schema>(property)["x-provenance"];
    if ("$ref" in own && isProvenance(target)) addBadge(own, target, target);
    addBadge(own, `required: ${mark}`, mark);
    properties[name] = own;
  }
}

function addBadge(node: Node, name: string, mark: Provenance): void {
  const badges = Array.isArray(node["x-badges"]) ? node["x-badges"] : [];
  if (badges.some((each) => each.name === name)) return;
  node["x-badges"] = [...badges, { name, color: colours[mark] }];
}

const isProvenance = (value: unknown): value is Provenance => typeof value === "string" && value in colours;

/** Turns every mark in parentheses, such as `(observed)`, into a badge. */
export function marksAsBadges(markdown: string): string {
  return markdown.replace(
    /\((documented|observed|inferred)([^()]*)\)/g,
    (_, mark: Provenance, more: string) => `${badge(mark)}${more ? ` (${more.replace(/^[,;]?\s*/, "")})` : ""}`,
  );
}

/** The parentheses are hidden visually; kept for copy, search and screen readers. */
const badge = (mark: Provenance) => `<span class="mark ${mark}"><i>(</i>${mark}<i>)</i></span>`;

/** Escapes HTML outside code, so that the page shows it as the text that it is. Code is escaped by the renderer. */
export function escapeHtml(markdown: string): string {
  return markdown.replace(/(```[\s\S]*?```|`[^`\n]*`)|<|&(?=[#\w]+;)/g, (found, code?: string) => {
    if (code !== undefined) return code;
    return found === "<" ? "&lt;" : "&amp;";
  });
}

function visit(value: unknown, key: string, act: (node: Node, parentKey: string) => void, parentKey = ""): void {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) act(value as Node, parentKey);
  for (const [name, child] of Object.entries(value)) {
    if (!isData(name, child, key)) visit(child, name, act, key);
  }
}

/** A property called `description` inside an example is a value, not a text about the API. */
const isData = (name: string, child: unknown, parentKey: string) =>
  parentKey !== "properties" &&
  (name === "value" || name === "example" || (name === "examples" && Array.isArray(child)));
