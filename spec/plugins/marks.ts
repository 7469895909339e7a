import { readFileSync } from "node:fs";
import { isRef, type Oas3Decorator, type Oas3Rule, type UserContext } from "@redocly/openapi-core";

type At = Pick<UserContext, "location" | "report">;

const marks = ["documented", "observed", "inferred"];
const markKeys = ["x-provenance", "x-required-provenance"];
/** The mark of a sentence, except in the table that explains the marks. */
const sentenceMark = /(?<!\| )\(observed(?:: ([\w, -]+))?[^)]*\)/g;

/** Reads the table of sources in `SOURCES.md`: a public place that shows facts about the live service, by name. */
function readSources(): Record<string, { place?: string; when?: string; seen?: string }> {
  const rows = readFileSync(new URL("../SOURCES.md", import.meta.url), "utf8").matchAll(
    /^\| `(?<name>[\w-]+)` \| (?<place>.+) \| (?<when>.+) \| (?<seen>.+) \|$/gm,
  );
  return Object.fromEntries([...rows].map(({ groups: { name = "", ...source } = {} }) => [name, source]));
}

/**
 * Rejects a statement without a description or without a mark of its origin, an unknown mark, and an observed statement
 * or sentence without a source from `SOURCES.md`. There is no default mark: a forgotten one must not read as "documented".
 */
export const markedStatements: Oas3Rule = () => {
  const sources = Object.keys(readSources());
  const allowedSources = `a list of names from spec/SOURCES.md (${sources.join(", ")})`;

  function checkMarks(node: unknown, { location, report }: At): void {
    if (typeof node !== "object" || node === null) return;
    checkSentences(node, { location, report });
    const found: Record<string, unknown> = { ...node };
    const given = markKeys.filter((key) => key in node);
    const unknown = given.filter((key) => !marks.includes(String(found[key])));
    for (const key of unknown) {
      const message = `\`${key}\`: expected ${marks.join(", ")}, got ${JSON.stringify(found[key])}.`;
      report({ message, location: location.child(key) });
    }
    if (unknown.length > 0) return;
    const source = found["x-source"];
    const isKnown = Array.isArray(source) && source.length > 0 && source.every((name) => sources.includes(name));
    if (!given.some((key) => found[key] === "observed")) {
      const message = "`x-source` is for observed statements. Remove it, or mark the statement as observed.";
      if (source !== undefined) report({ message, location: location.child("x-source") });
    } else if (!isKnown) {
      const message = `An observed statement needs \`x-source\`: expected ${allowedSources}, got ${JSON.stringify(source) ?? "nothing"}.`;
      report({ message, location: source === undefined ? location : location.child("x-source") });
    }
  }

  function checkSentences(node: object, { location, report }: At): void {
    const { description, "x-source": own }: { description?: unknown; "x-source"?: unknown } = node;
    for (const [mark, names] of String(description ?? "").matchAll(sentenceMark)) {
      if (names ? names.split(", ").every((name) => sources.includes(name)) : own) continue;
      const message = `\`${mark}\` in the text names no known source: expected \`(observed: …)\` with ${allowedSources}.`;
      report({ message, location: location.child("description") });
    }
  }

  function requireMark(what: string, node: object, { location, report }: At): void {
    const message = `The ${what} has no \`x-provenance\`. Add one of ${marks.join(", ")}.`;
    if (!("x-provenance" in node)) report({ message, location });
  }

  function requireText(what: string, node: { description?: unknown }, at: At): void {
    const message = `The ${what} has no description. Add a \`description\` that says what it means.`;
    if (String(node.description ?? "").trim() === "") at.report({ message, location: at.location });
    requireMark(what, node, at);
  }

  return {
    any: (node: unknown, at: UserContext) => checkMarks(node, at),
    SchemaProperties(properties, { location, report }) {
      for (const [name, property] of Object.entries<object>(properties)) {
        const at = { location: location.child(name), report };
        requireText(`property \`${name}\``, property, at);
        // The walk continues with the target of a reference and skips what is next to it.
        if (isRef(property)) checkMarks(property, at);
      }
    },
    Parameter: (node, at) => requireText(`parameter \`${node.name}\``, node, at),
    Header: (node, at) => requireText("response header", node, at),
    Operation: (node, at) => requireMark("operation", node, at),
    Response: (node, at) => requireMark("response", node, at),
    Example: (node, at) => requireMark("example", node, at),
    Server: (node, at) => requireMark("server", node, at),
  };
};

/** Adds the sources to the bundle as `x-sources`, so that its readers can follow each `x-source`. */
export const listSources: Oas3Decorator = () => ({
  Root: { leave: (document) => void Object.assign(document, { "x-sources": readSources() }) },
});

/** Adds the mark of `required` where the spec has none: what others require is, as a rule, inferred. */
export const inferRequired: Oas3Decorator = () => ({
  Schema(schema) {
    if (!schema.required || "x-required-provenance" in schema) return;
    Object.assign(schema, { "x-required-provenance": "inferred" });
  },
});
