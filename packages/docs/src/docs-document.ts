import { codeSamples, mockLine } from "./code-samples.ts";
import { errorCases } from "./error-cases.ts";
import { jsonBlock } from "./example-text.ts";
import { showFieldExamples } from "./field-examples.ts";
import { marksAsBadges, showMarks } from "./marks.ts";
import { type DocumentedOperation, type Example, type OpenApiDocument, operationsOf, resolve } from "./openapi.ts";
import { observedServer } from "./sample-request.ts";
import { type Section, splitSections } from "./sections.ts";
import { unwrap } from "./unwrap.ts";

/** Where `pnpm start` and `testsigma-mock` listen unless told otherwise. */
const mockAddress = "http://127.0.0.1:4010";

/** The document that Redoc renders: the bundled description, arranged for readers. The bundle itself stays as it is. */
export function docsDocument(spec: OpenApiDocument, pages: Section[]): OpenApiDocument {
  const document = structuredClone(spec);
  showFieldExamples(document);
  showMarks(document);
  const { overview, sections } = splitSections(document.info.description);
  document.info.description = overview;
  for (const documented of operationsOf(document)) {
    const { operation } = documented;
    operation["x-codeSamples"] = codeSamples(document, documented);
    arrangeRequestExamples(document, documented);
    // Redoc folds the operations of a tag behind a "Show" button; those without a tag it shows at once.
    delete operation.tags;
  }
  // An empty name stands for the operations, which so come before the sections instead of after them.
  document.tags = [{ name: "" }, ...withErrorCases(document, [...sections, ...pages.map(forReaders)]).map(asTextTag)];
  return document;
}

/**
 * Leaves Redoc the first request example, with what is to say about the samples made from it, and shows the others as
 * text: Redoc would offer them in a list beside the samples, where choosing one changes nothing.
 */
function arrangeRequestExamples(document: OpenApiDocument, documented: DocumentedOperation): void {
  const { operation } = documented;
  const note = aboutTheSamples(document, documented);
  const body = operation.requestBody && resolve(document, operation.requestBody);
  const media = body?.content["application/json"];
  const [first, ...others] = Object.entries(media?.examples ?? {});
  if (!body || !media || !first) {
    operation.description = `${operation.description}\n\n${note}`;
    return;
  }
  const [name, example] = first;
  const { summary = name, description = "", value } = resolve(document, example);
  media.examples = { [name]: { summary, description: `**${summary}** ${description}\n\n${note}`, value } };
  const texts = others.map(([other, reference]) => folded(other, resolve(document, reference)));
  body.description = [body.description, ...texts].join("\n\n");
}

const folded = (name: string, { summary, description = "", value }: Example) => `<details>
<summary>${summary ?? name} ${description}</summary>

${jsonBlock(value)}

</details>`;

function aboutTheSamples(document: OpenApiDocument, documented: DocumentedOperation): string {
  const { origin, pathname } = new URL(observedServer(document));
  return unwrap(`
The samples go to \`${origin}\`, because the documented host only redirects there, which costs a request its key and its
body. Put your key in place of \`<API_KEY>\`; TypeScript reads it from the variable \`TESTSIGMA_API_KEY\`.

No key? Start the mock with \`npx -y pnpm@12 start\` and run the same request against it. In the other languages, put
\`${mockAddress}\` in place of \`${origin}\`.

\`\`\`sh
${mockLine(document, documented, mockAddress + pathname)}
\`\`\``).trim();
}

function withErrorCases(document: OpenApiDocument, sections: Section[]): Section[] {
  const cases = errorCases(document).map(({ title, markdown }) => `<h3>${title}</h3>\n\n${markdown}`);
  return sections.map(({ title, markdown }) =>
    title === "Errors" ? { title, markdown: [markdown, ...cases].join("\n\n") } : { title, markdown },
  );
}

const forReaders = ({ title, markdown }: Section) => ({ title, markdown: marksAsBadges(unwrap(markdown)) });

const asTextTag = ({ title, markdown }: Section) => ({ name: title, description: markdown, "x-traitTag": true });
