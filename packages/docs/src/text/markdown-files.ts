import type { Example, Header, Operation, Spec } from "@testsigma-tms/codegen";
import type { DocsContent, Guide } from "../content/docs-content.ts";
import { casesOf, commonHeaders, type ErrorCase, examplesOf, statusTitle } from "../content/error-cases.ts";
import { fieldsMarkdown } from "../fields/fields-markdown.ts";
import { operationFields } from "../fields/operation-fields.ts";
import { headerFields } from "../fields/read-fields.ts";
import { createPageOf, linkMarkdown } from "../page/links.ts";
import { codeSamples } from "../samples/code-samples.ts";
import { sampleBodies } from "../samples/sample-request.ts";

/**
 * Prints the texts for programs: a Markdown page for each operation and section, `llms-full.txt` with all of them, and
 * `llms.txt`, the index (llmstxt.org). Returns files by name.
 */
export function markdownFiles(content: DocsContent): Record<string, string> {
  const { spec, title, summary, intro, groups, guideGroups, operations, guides, cases } = content;
  const pageOf = createPageOf(content);
  const pages = Object.fromEntries(
    [
      ...operations.map((operation) => [operation.id, operationText(spec, operation, cases)]),
      ...guides.map((guide) => [guide.id, guideText(content, guide)]),
    ].map(([id, text = ""]) => [`${id}.md`, `${linkMarkdown(text, pageOf).trim()}\n`]),
  );
  const head = `# ${title} (unofficial)\n\n> ${summary}`;
  const index = [
    head,
    "Each operation and section has a page; `llms-full.txt` has all of them.",
    ...groups.map(({ tag, operations }) => {
      const items = operations.map(
        ({ id, method, path, summary, isDeprecated }) =>
          `- [${summary}](${id}.md)${isDeprecated ? " (deprecated)" : ""}: \`${method} ${path}\``,
      );
      return `## ${tag}\n\n${items.join("\n")}`;
    }),
    ...guideGroups.map(
      ({ group, guides }) => `## ${group}\n\n${guides.map(({ id, title }) => `- [${title}](${id}.md)`).join("\n")}`,
    ),
    "## Files\n\n- [openapi.yaml](openapi.yaml): the OpenAPI document\n- [openapi.json](openapi.json): the same as JSON\n- [llms-full.txt](llms-full.txt): all pages as one",
  ];
  const all = Object.values(pages).map((text) => text.replaceAll(/^(#{1,3}) (?=.+\n)/gm, "#$1 "));
  return {
    ...pages,
    "llms.txt": `${index.join("\n\n")}\n`,
    "llms-full.txt": `${[head, linkMarkdown(intro, pageOf), ...all].join("\n\n")}`,
  };
}

/** Prints an operation. Its errors are only named: their bodies are in the section on errors. */
function operationText(spec: Spec, operation: Operation, cases: ErrorCase[]): string {
  const { id, method, path, summary, description, provenance, isSecured, isDeprecated } = operation;
  const { requestBody, responses } = operation;
  const { parameters, bodies, responses: read } = operationFields(spec, operation);
  const common = Object.keys(commonHeaders(spec.operations));
  return joined([
    `# ${summary}${isDeprecated ? " (deprecated)" : ""}`,
    `\`${method} ${path}\` (operation \`${id}\`${isSecured ? "" : ", needs no key"})`,
    marked(description, provenance),
    titled("## Parameters", fieldsMarkdown(parameters)),
    ...bodies.map(({ mediaType, fields }) =>
      titled(`## Request body, ${mediaType}${requestBody?.isRequired ? "" : " (optional)"}`, fieldsMarkdown(fields)),
    ),
    ...codeSamples(spec, operation).map(
      ({ lang, label, source }) => `## ${label}\n\n\`\`\`${lang}\n${source.trim()}\n\`\`\``,
    ),
    titled(
      "## Other requests",
      joined(
        sampleBodies(operation)
          .slice(1)
          .map(({ name, example }) => exampleText(name, example)),
      ),
    ),
    ...responses
      .filter(({ isSuccess }) => isSuccess)
      .map((response, index) =>
        joined([
          `## Response ${statusTitle(response.status)}`,
          marked(response.description, response.provenance),
          fieldsMarkdown((read[index]?.headers ?? []).filter(({ name }) => !common.includes(name))),
          fieldsMarkdown(read[index]?.fields ?? []),
          ...Object.entries(examplesOf(response)).map((entry) => exampleText(...entry)),
        ]),
      ),
    titled("## Errors", casesOf(cases, operation).map(errorLine).join("\n")),
  ]);
}

const errorLine = ({ title, examples }: ErrorCase) =>
  `- [${title}](#errors): ${Object.keys(examples)
    .map((name) => `\`${name}\``)
    .join(", ")}`;

function guideText({ spec, cases }: DocsContent, { id, title, markdown }: Guide): string {
  if (id !== "errors") return joined([`# ${title}`, markdown]);
  const common = commonHeaders(spec.operations);
  const headers = (some: Record<string, Header>) => fieldsMarkdown(headerFields(spec, some, "header"));
  const texts = cases.map(({ title, description, provenance, headers: all, examples }) =>
    joined([
      `## ${title}`,
      marked(description, provenance),
      headers(Object.fromEntries(Object.entries(all).filter(([name]) => !(name in common)))),
      ...Object.entries(examples).map((entry) => exampleText(...entry)),
    ]),
  );
  return joined([`# ${title}`, markdown, ...texts, titled("## Headers of every response", headers(common))]);
}

/** Prints an example: its name, its description, and its value. */
function exampleText(name: string, { summary = "", description = "", value }: Example): string {
  const text = [`\`${name}\``, summary && `**${summary}.**`, description.trim()].filter(Boolean).join(" ");
  return `${text}\n\n\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

/** Puts a mark before a text; sentences of another origin are followed by their own mark. */
const marked = (text: string, mark: string | undefined) => [mark && `(${mark})`, text.trim()].filter(Boolean).join(" ");

const titled = (heading: string, text: string) => (text === "" ? "" : `${heading}\n\n${text}`);

const joined = (parts: string[]) => parts.filter((part) => part !== "").join("\n\n");
