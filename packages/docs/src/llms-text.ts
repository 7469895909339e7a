import { codeSamples } from "./code-samples.ts";
import { errorCases } from "./error-cases.ts";
import { exampleText } from "./example-text.ts";
import {
  type DocumentedOperation,
  type OpenApiDocument,
  operationsOf,
  type Parameter,
  type Reference,
  resolve,
  type Schema,
} from "./openapi.ts";
import { type Section, splitSections } from "./sections.ts";
import { unwrap } from "./unwrap.ts";

/** The whole reference as Markdown, for readers that do not run scripts: operations first, then the text sections. */
export function llmsText(document: OpenApiDocument, pages: Section[]): string {
  const { info } = document;
  const { overview, sections } = splitSections(info.description);
  const parts = [
    `# ${info.title} ${info.version} (unofficial)`,
    `> ${info.summary ?? info.title}`,
    overview,
    ...operationsOf(document).map((operation) => operationText(document, operation)),
    ...[...sections, ...pages].map(({ title, markdown }) => `## ${title}\n\n${markdown}`),
  ];
  const text = unwrap(parts.join("\n\n").replaceAll(/\n{2,}(?=\n\n)/g, ""));
  return `${text.replaceAll(/\s+Provenance: \*\*(\w+)\*\*\./g, " ($1)").trim()}\n`;
}

function operationText(document: OpenApiDocument, documented: DocumentedOperation): string {
  const { path, method, operation, parameters } = documented;
  const body = operation.requestBody && resolve(document, operation.requestBody).content["application/json"];
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith("2"));
  const answer = success && resolve(document, success[1]);
  const result = answer?.content?.["application/json"];
  return [
    `## ${operation.summary}`,
    `\`${method.toUpperCase()} ${path}\` (operation \`${operation.operationId}\`)`,
    operation.description,
    ...table(
      "### Parameters",
      parameters.map((parameter) => parameterRow(document, parameter)),
    ),
    ...table("### Request body", body?.schema ? fieldRows(document, body.schema) : []),
    ...codeSamples(document, documented).map(
      ({ lang, label, source }) => `### ${label}\n\n\`\`\`${lang}\n${source.trim()}\n\`\`\``,
    ),
    ...(answer ? [`### Answer ${success[0]}`, answer.description] : []),
    ...table("#### Members", result?.schema ? fieldRows(document, result.schema) : []),
    ...Object.entries(result?.examples ?? {}).map(([name, example]) => exampleText(name, resolve(document, example))),
    ...errorCases(document, [documented]).map(({ title, markdown }) => `### Answer ${title}\n\n${markdown}`),
  ].join("\n\n");
}

type Row = [name: string, type: string, required: boolean, description: string];

const table = (heading: string, rows: Row[]) =>
  rows.length === 0
    ? []
    : [
        heading,
        [
          "| Name | Type | Required | Description |",
          "|---|---|---|---|",
          ...rows.map(
            ([name, type, required, text]) => `| \`${name}\` | ${type} | ${required ? "yes" : "no"} | ${text} |`,
          ),
        ].join("\n"),
      ];

function parameterRow(
  document: OpenApiDocument,
  { name, in: place, required = false, description, schema }: Parameter,
): Row {
  const type = schema ? typeOf(resolve(document, schema)) : "any";
  return [name, `${type}, in ${place}`, required, inCell(description)];
}

function fieldRows(document: OpenApiDocument, reference: Schema | Reference, prefix = ""): Row[] {
  const { properties = {}, required = [] } = resolve(document, reference);
  return Object.entries(properties).flatMap(([name, property]): Row[] => {
    const field = resolve(document, property);
    const isArray = field.type === "array" && field.items;
    const members = fieldRows(document, isArray ? isArray : field, `${prefix}${name}${isArray ? "[]" : ""}.`);
    return [[prefix + name, typeOf(field), required.includes(name), inCell(field.description)], ...members];
  });
}

const typeOf = ({ type = "any", format, enum: values, items }: Schema): string =>
  [
    items && "type" in items ? `array of ${typeOf(items)}` : type,
    format && `(${format})`,
    values && `of ${values.map((value) => `\`${value}\``).join(", ")}`,
  ]
    .filter(Boolean)
    .join(" ");

const inCell = (text = "") =>
  text
    .trim()
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll("|", "\\|");
