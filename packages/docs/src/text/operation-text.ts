import type { Operation, Schema, Spec, SpecResponse } from "@testsigma-tms/codegen";
import { sampleGroups } from "../samples/code-samples.ts";
import { type ErrorCase, examplesOf, exampleText, statusTitle } from "./error-cases.ts";
import { fieldsTable, parametersTable, schemaLink } from "./fields-table.ts";
import { marked } from "./marked.ts";
import { unwrap } from "./unwrap.ts";

/**
 * One operation as Markdown. Errors are named and not repeated: their bodies stand once, in the whole text.
 *
 * @param cases the errors of this operation
 * @param place a page of its own, or the whole text, which has the fields of named schemas once
 */
export function operationText(spec: Spec, operation: Operation, cases: ErrorCase[], place: "page" | "whole"): string {
  const { id, method, path, summary, description, provenance, isSecured, parameters, requestBody, responses } =
    operation;
  const errorsAt = place === "page" ? "../llms-full.txt#errors" : "#errors";
  const fields = (schema: Schema | undefined) => {
    const table = schema ? fieldsTable(spec, schema) : "";
    return (place === "whole" && table && schemaLink(spec, schema)) || table;
  };
  const parts = [
    `## ${summary}`,
    `\`${method} ${path}\` (operation \`${id}\`${isSecured ? "" : ", needs no key"})`,
    marked(description, provenance),
    titled("### Parameters", parametersTable(spec, parameters)),
    ...(requestBody?.content ?? []).flatMap(({ mediaType, schema }) => [
      `### Request body, ${mediaType}${requestBody?.isRequired ? "" : " (optional)"}`,
      fields(schema),
    ]),
    ...sampleGroups(spec, operation).flatMap(({ mediaType, samples }, index) =>
      samples.map(
        ({ lang, label, source }) =>
          `### ${label}${index > 0 ? ` (${mediaType})` : ""}\n\n\`\`\`${lang}\n${source.trim()}\n\`\`\``,
      ),
    ),
    ...responses.filter(({ isSuccess }) => isSuccess).map((response) => responseText(response, fields)),
    titled(
      "### Errors",
      cases
        .map(
          ({ title, examples }) =>
            `- [${title}](${errorsAt}): ${Object.keys(examples)
              .map((name) => `\`${name}\``)
              .join(", ")}`,
        )
        .join("\n"),
    ),
  ];
  return unwrap(parts.filter((part) => part !== "").join("\n\n"));
}

function responseText(response: SpecResponse, fields: (schema: Schema | undefined) => string): string {
  const { status, description, provenance, headers, content } = response;
  const names = Object.keys(headers).map((name) => `\`${name}\``);
  return [
    `### Response ${statusTitle(status)}`,
    marked(description, provenance),
    names.length > 0 ? `Headers: ${names.join(", ")}.` : "",
    ...content.map(({ schema }) => fields(schema)),
    ...Object.entries(examplesOf(response)).map((entry) => exampleText(...entry)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

const titled = (heading: string, text: string) => (text === "" ? "" : `${heading}\n\n${text}`);
