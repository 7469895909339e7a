/** A change as `redocly diff --format json` reports it. */
export interface ApiChange {
  /** JSON pointer into the document, with every `$ref` followed. */
  path: string;
  property?: string;
  kind: "added" | "removed" | "modified";
  impact: "major" | "minor" | "patch";
  verdicts: { message: string }[];
}

/** Lists the changes for a changelog; those of texts and examples are only counted. */
export function describeChanges(changes: ApiChange[]): string {
  const lines = (["major", "minor"] as const).flatMap((impact) =>
    changes.filter((change) => change.impact === impact).map(describeChange),
  );
  const texts = changes.filter(({ impact }) => impact === "patch").length;
  return [...lines, ...(texts > 0 ? [`- **text** changed in ${texts} ${texts === 1 ? "place" : "places"}`] : [])].join(
    "\n",
  );
}

function describeChange({ path, property, kind, impact, verdicts }: ApiChange): string {
  const [section = "", template = "", method = "", ...inside] = path.replace("#/", "").split("/").map(decodePart);
  const isOperation = section === "paths";
  const place = isOperation
    ? `${method.toUpperCase()} ${template}`.trim()
    : [section, template, method].filter(Boolean).join("/");
  const part = [...inside, ...(property ? [property] : [])].join("/");
  const what = verdicts.map(({ message }) => message).join(" ") || `${part ? `\`${part}\` ` : ""}${kind}`;
  return `- **${impact === "major" ? "breaking" : "new"}** \`${place}\`: ${what}`;
}

/** Decodes one part of a JSON pointer (RFC 6901, section 4). */
const decodePart = (part: string) => part.replaceAll("~1", "/").replaceAll("~0", "~");
