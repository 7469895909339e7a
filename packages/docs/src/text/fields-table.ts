import type { Parameter, Schema, Spec } from "@testsigma-tms/codegen";

type Row = [name: string, type: string, required: string, mark: string, text: string];

/** A Markdown table of parameters; empty without any. */
export function parametersTable({ resolve }: Spec, parameters: Parameter[]): string {
  return table(
    parameters.map((parameter) => {
      const { name, in: place, required = false, schema } = parameter;
      const type = `${typeOf(schema ? resolve<Schema>(schema) : {}, resolve)}, in ${place}`;
      return [name, type, requiredText(required, parameter["x-required-provenance"]), ...ownText(parameter)];
    }),
  );
}

/** A Markdown table of the fields of a schema; empty for one without fields. A named schema within it is not repeated. */
export function fieldsTable({ resolve }: Spec, schema: Schema | { $ref: string }): string {
  return table(fieldRows(resolve<Schema>(schema), resolve, ""));
}

/** A schema as a link to the component that it, or the items of it, refers to; nothing for any other. */
export const schemaLink = ({ resolve }: Spec, schema: Schema | undefined) =>
  schema && schemaName(schema) ? `Schema: ${typeOf(resolve<Schema>(schema), resolve, schema)}.` : undefined;

/** Name of the component that a schema, or the items of an array of it, refers to. */
export function schemaName(schema: unknown): string | undefined {
  if (typeof schema !== "object" || schema === null) return undefined;
  if ("$ref" in schema && typeof schema.$ref === "string") return schema.$ref.split("/").at(-1);
  return "items" in schema ? schemaName(schema.items) : undefined;
}

function fieldRows(schema: Schema, resolve: Spec["resolve"], prefix: string): Row[] {
  if (schema.items && typeof schema.items === "object") {
    return fieldRows(schema.items as Schema, resolve, `${prefix}[]`);
  }
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, property]): Row[] => {
    const field = resolve<Schema>(property);
    const need = requiredText(required.includes(name), schema["x-required-provenance"]);
    const own = `${prefix && `${prefix}.`}${name}`;
    const row: Row = [own, typeOf(field, resolve, property), need, ...ownText(field)];
    return schemaName(property) ? [row] : [row, ...fieldRows(field, resolve, own)];
  });
}

function table(rows: Row[]): string {
  if (rows.length === 0) return "";
  const lines = rows.map(
    ([name, type, required, mark, text]) => `| \`${name}\` | ${type} | ${required} | ${mark} | ${inCell(text)} |`,
  );
  return ["| Name | Type | Required | Known from | Description |", "|---|---|---|---|---|", ...lines].join("\n");
}

const requiredText = (required: boolean, mark: string | undefined) =>
  required ? `yes${mark ? ` (${mark})` : ""}` : "no";

/** The mark and the text; sentences with another origin have a mark within the text. */
const ownText = (node: { description?: string; "x-provenance"?: string }): [mark: string, text: string] => [
  node["x-provenance"] ?? "",
  node.description?.trim() ?? "",
];

function typeOf(schema: Schema, resolve: Spec["resolve"], reference: unknown = schema): string {
  const { type, format, enum: values, items, anyOf, oneOf } = schema;
  const options = [...(anyOf ?? []), ...(oneOf ?? [])];
  if (options.length > 0) return options.map((option) => typeOf(resolve<Schema>(option), resolve, option)).join(" or ");
  const name = schemaName(reference);
  const named = name && (type === "object" || items) ? ` [${name}](#${name.toLowerCase()})` : "";
  const base =
    items && !named
      ? `array of ${typeOf(resolve<Schema>(items as Schema), resolve, items)}`
      : [type ?? "any"].flat().join(" or ");
  const list = values ? ` of ${values.map((value) => `\`${value}\``).join(", ")}` : "";
  return base + (format ? ` (${format})` : "") + named + list;
}

const inCell = (text: string) => text.replaceAll(/\s*\n\s*/g, " ").replaceAll("|", "\\|");
