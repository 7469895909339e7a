import type { Field } from "./field.ts";
import { valuesOf } from "./fields-html.ts";

/** Prints fields as a Markdown table; empty if there are none. */
export function fieldsMarkdown(fields: Field[]): string {
  if (fields.length === 0) return "";
  const rows = fields.map((field) => {
    const { requiredMark, mark = "", condition } = field;
    const [label, values] = valuesOf(field);
    const shown = values.length > 0 && `${label}: ${values.map((value) => `\`${JSON.stringify(value)}\``).join(", ")}.`;
    const texts = [field.isDeprecated && "**Deprecated.**", condition && `${condition}.`, field.description, shown];
    const cells = [
      `\`${field.parents}${field.name}\``,
      [field.type, ...field.limits].join(", "),
      field.isRequired ? `yes${requiredMark ? ` (${requiredMark})` : ""}` : "no",
      [mark, ...field.sources.map((source) => `\`${source}\``)].join(" "),
      texts.filter(Boolean).join(" "),
    ];
    return `| ${cells.map((cell) => cell.replaceAll(/\s*\n\s*/g, " ").replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return ["| Name | Type | Required | Known from | Description |", "|---|---|---|---|---|", ...rows].join("\n");
}
