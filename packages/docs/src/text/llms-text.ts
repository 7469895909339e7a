import type { Schema } from "@testsigma-tms/codegen";
import type { DocsContent } from "../page/docs-content.ts";
import { casesOf, caseText } from "./error-cases.ts";
import { fieldsTable } from "./fields-table.ts";
import { marked } from "./marked.ts";
import { operationText } from "./operation-text.ts";
import { unwrap } from "./unwrap.ts";

/** The texts for readers that are programs, as files by name. */
export function llmsTexts(content: DocsContent): Record<string, string> {
  const { spec, cases } = content;
  const operations = spec.operations.map((operation) => {
    const text = operationText(spec, operation, casesOf(cases, operation), "page");
    return [`operations/${operation.id}.md`, `${text.replace(/^## /, "# ")}\n`];
  });
  return { "llms.txt": llmsIndex(content), "llms-full.txt": llmsFull(content), ...Object.fromEntries(operations) };
}

/** The index (llmstxt.org): what this is, and a link to each operation and file. */
function llmsIndex(content: DocsContent): string {
  const { groups, guides } = content;
  const parts = [
    ...head(content),
    "Each operation has a page of its own; `llms-full.txt` is the whole text.",
    ...groups.map(({ tag, operations }) => {
      const items = operations.map(
        ({ id, method, path, summary }) => `- [${summary}](operations/${id}.md): \`${method} ${path}\``,
      );
      return `## ${tag}\n\n${items.join("\n")}`;
    }),
    `## Guide\n\n${guides.map(({ id, title }) => `- [${title}](llms-full.txt#${id})`).join("\n")}`,
    "## Files\n\n- [openapi.yaml](openapi.yaml): the OpenAPI document\n- [openapi.json](openapi.json): the same as JSON\n- [llms-full.txt](llms-full.txt): the whole reference as Markdown",
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The whole reference as Markdown: operations first, then what they share, then the guide. */
function llmsFull(content: DocsContent): string {
  const { spec, intro, groups, guides, cases } = content;
  const operations = groups.flatMap((group) => group.operations);
  const parts = [
    ...head(content),
    intro,
    ...operations.map((operation) => operationText(spec, operation, casesOf(cases, operation), "whole")),
    "## Schemas",
    ...Object.entries(spec.document.components?.schemas ?? {}).map(([name, schema]) =>
      schemaText(name, spec.resolve<Schema>(schema)),
    ),
    ...guides.map(({ id, title, markdown }) =>
      [
        `## ${title}`,
        markdown,
        ...(id === "errors" ? cases.map((each) => `### ${each.title}\n\n${caseText(each)}`) : []),
      ].join("\n\n"),
    ),
  ];
  return `${unwrap(parts.join("\n\n"))
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()}\n`;

  function schemaText(name: string, schema: Schema): string {
    const table = fieldsTable(spec, schema);
    return table && `### ${name}\n\n${marked(schema.description ?? "", schema["x-provenance"])}\n\n${table}`;
  }
}

const head = ({ title, version, summary }: DocsContent) => [`# ${title} ${version} (unofficial)`, `> ${summary}`];
