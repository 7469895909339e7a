import { createSpec, type OpenApiDocument, type Operation, type Schema, type Spec } from "@testsigma-tms/codegen";
import { fileType, isForm } from "../samples/sample-request.ts";
import { showFieldExamples } from "./field-examples.ts";
import { escapeHtml, marksAsBadges, showMarks } from "./marks.ts";
import { type OperationPart, operationParts } from "./operation-parts.ts";

/** What Redoc is to draw: the spec, and Markdown by name. */
export interface Drawable {
  spec: Spec;
  texts: Record<string, string>;
}

/** The document that Redoc draws: each text as a tag, and each part of an operation as an operation. The spec stays as it is. */
export function docsDocument({ spec, texts }: Drawable): OpenApiDocument {
  const copy = createSpec(structuredClone(spec.document));
  showFieldExamples(copy);
  showFileTypes(copy);
  showMarks(copy);
  const { document } = copy;
  // Read again: the marks are in the copy's nodes now.
  const { operations } = createSpec(document);
  const parts = operations.flatMap((operation) => operationParts(operation).map((part) => drawable(operation, part)));
  return {
    openapi: document.openapi,
    info: { title: "Parts", version: "1" },
    tags: Object.entries(texts).map(([name, text]) => ({ name, description: markdown(text), "x-traitTag": true })),
    // Redoc needs distinct paths; the page shows the real ones.
    paths: Object.fromEntries(parts.map(({ method, ...part }) => [`/${part.operationId}`, { [method]: part }])),
    components: { schemas: document.components?.schemas ?? {} },
  };
}

function drawable(
  { id, method, parameters, description, requestBody }: Operation,
  { name, body, response }: OperationPart,
) {
  const isFirst = name === id;
  // Without an example Redoc makes one up and draws it; the samples are the page's own.
  const contentOf = (contents: { mediaType: string; schema?: Schema | undefined }[]) =>
    Object.fromEntries(contents.map(({ mediaType, schema }) => [mediaType, { schema, example: {} }]));
  return {
    operationId: name,
    summary: name,
    method: method.toLowerCase(),
    security: [],
    ...(isFirst && { description, parameters }),
    ...(body && {
      requestBody: {
        required: requestBody?.isRequired === true,
        description: isFirst ? requestBody?.description : "",
        content: contentOf([body]),
      },
    }),
    responses: response && {
      [response.status]: {
        description: response.description,
        ...(Object.keys(response.headers).length > 0 && { headers: response.headers }),
        ...(response.content.length > 0 && { content: contentOf(response.content) }),
      },
    },
  };
}

/** Says of each part of a form that is a file that it is one; Redoc shows a `format`, and no `contentMediaType`. */
function showFileTypes({ operations, resolve }: Spec): void {
  for (const { mediaType, schema } of operations.flatMap(({ requestBody }) => requestBody?.content ?? [])) {
    if (!isForm(mediaType) || !schema) continue;
    for (const property of Object.values(resolve<Schema>(schema).properties ?? {})) {
      const part = resolve<Schema>(property);
      const type = fileType(part);
      if (type) part.format = `file, ${type}`;
    }
  }
}

/** Redoc takes a Markdown heading for the start of a section of its own; an HTML one stays where it is. */
const markdown = (text: string) =>
  marksAsBadges(escapeHtml(text)).replaceAll(
    /^(#{3,6}) (.+)$/gm,
    (_, { length }: string, title: string) => `<h${length}>${title}</h${length}>`,
  );
