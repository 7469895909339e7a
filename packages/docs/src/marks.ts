import type { OpenApiDocument } from "./openapi.ts";
import { unwrap } from "./unwrap.ts";

/** The badge colours are Redoc's names; the page's style sheet decides how they look. */
const colours: Record<string, string> = { documented: "green", observed: "blue", inferred: "orange" };

/**
 * Shows each provenance once, as a badge: beside the name of a field or parameter, where Redoc has a place for badges,
 * and otherwise before the text. The sentence that the bundle wrote for generators is taken out.
 */
export function showMarks(document: OpenApiDocument): void {
  visit(document, "document", (node, parentKey) => {
    if (typeof node.description !== "string") return;
    const mark = node["x-provenance"];
    if (typeof mark !== "string") {
      node.description = marksAsBadges(unwrap(node.description));
      return;
    }
    const text = node.description.replace(`Provenance: **${mark}**.`, "").trim();
    const isParameter = "in" in node && "schema" in node;
    const isServer = "url" in node;
    if (isParameter || parentKey === "properties" || parentKey === "schemas") {
      node["x-badges"] = [{ name: mark, color: colours[mark] }];
      node.description = marksAsBadges(unwrap(text));
    } else {
      // Redoc prints the description of a server as plain text.
      node.description = isServer ? text : marksAsBadges(unwrap(`(${mark}) ${text}`.trim()));
    }
  });
}

/** Turns every mark in parentheses, such as `(observed)`, into a badge. */
export function marksAsBadges(markdown: string): string {
  return markdown.replace(
    /\((documented|observed|inferred)([^()]*)\)/g,
    (_, mark: string, more: string) => `${badge(mark)}${more ? ` (${more.replace(/^[,;]?\s*/, "")})` : ""}`,
  );
}

/** The parentheses are not drawn; they are there for who copies, searches or listens to the text. */
const badge = (mark: string) => `<span class="mark ${mark}"><i>(</i>${mark}<i>)</i></span>`;

type Node = Record<string, unknown>;

function visit(value: unknown, key: string, act: (node: Node, parentKey: string) => void, parentKey = ""): void {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) act(value as Node, parentKey);
  for (const [name, child] of Object.entries(value)) {
    if (!isData(name, child, key)) visit(child, name, act, key);
  }
}

/** A member called `description` inside an example is a value, not a text about the API. */
const isData = (name: string, child: unknown, parentKey: string) =>
  parentKey !== "properties" &&
  (name === "value" || name === "example" || (name === "examples" && Array.isArray(child)));
