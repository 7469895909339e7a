import type { Example, Operation } from "@testsigma-tms/codegen";
import { operationParts } from "../document/operation-parts.ts";
import type { DrawnSection } from "../redoc/fix-redoc.ts";
import { sampleGroups } from "../samples/code-samples.ts";
import { bodiesOf, sampleRequest, workingServer } from "../samples/sample-request.ts";
import { examplesOf, statusTitle } from "../text/error-cases.ts";
import { codeBlock } from "./code-block.ts";
import { type DocsContent, errorsPart, tagPart } from "./docs-content.ts";

/** Where `pnpm start` and `testsigma-tms-mock` listen unless told otherwise. */
const mockAddress = "http://127.0.0.1:4010";

const install = `# The packages are not on npm yet. In a checkout of the repository:
npx -y pnpm@12 tarballs
# In your project, beside the checkout:
npm install ../testsigma-tms/tarballs/testsigma-tms-types.tgz ../testsigma-tms/tarballs/testsigma-tms-client.tgz`;

const links = [
  { href: "#createTestRun", label: "Create a test run" },
  { href: "#report-from-ci", label: "Report from CI" },
  { href: "#using-the-client", label: "Client" },
  { href: "#using-the-mock", label: "Mock" },
  { href: "#errors", label: "Errors" },
  { href: "openapi.yaml", label: "openapi.yaml", download: true },
  { href: "openapi.json", label: "openapi.json", download: true },
  { href: "llms.txt", label: "llms.txt" },
  { href: "reference.html", label: "This page as one file", download: true },
];

/** What the templates of the page fill in. */
export function pageView(content: DocsContent, drawn: Record<string, DrawnSection>) {
  const { spec, title, version, summary, guides, cases } = content;
  const ids = spec.operations.map(({ id }) => id);
  const html = (part: string) => withLinks(withCodeBlocks(drawn[part]?.text ?? ""), ids);
  const groups = content.groups.map(({ tag, operations }, index) => ({
    tag,
    id: tagPart(tag),
    isOpen: index === 0,
    text: html(tagPart(tag)),
    operations: operations.map((operation) => operationView(content, operation, drawn)),
  }));
  const errors = cases.map(({ id, title }) => `<section id="${id}"><h3>${title}</h3>${html(id)}</section>`);
  return {
    title,
    version,
    summary,
    lead: `${summary}. This reference is unofficial; a typed client and a mock come with it.`,
    install: codeBlock("bash", install, "sh"),
    links,
    intro: html("intro"),
    first: groups[0]?.operations[0],
    groups,
    guides: guides.map(({ id, title }) => ({ id, title, html: html(id) + (id === "errors" ? errors.join("") : "") })),
  };
}

function operationView(content: DocsContent, operation: Operation, drawn: Record<string, DrawnSection>) {
  const { id, method, path, summary, isSecured, responses } = operation;
  const [first, ...variants] = sampleGroups(content.spec, operation).map(({ mediaType, samples }) => ({
    mediaType,
    samples: samples.map(({ lang, label, source }, index) => ({
      lang,
      label,
      pressed: index === 0,
      html: codeBlock(lang, source, label),
    })),
  }));
  const parts = operationParts(operation);
  const ids = content.spec.operations.map((each) => each.id).filter((each) => each !== id);
  const html = (text = "") => withLinks(withCodeBlocks(text), ids);
  const successes = responses.filter(({ isSuccess }) => isSuccess);
  const bodies = bodiesOf(operation).flatMap(({ examples }) => Object.entries(examples));
  return {
    id,
    method,
    path,
    title: summary,
    isSecured,
    text: html(drawn[id]?.text),
    request: parts.map(({ name }) => html(drawn[name]?.request)).join(""),
    responses: parts.flatMap(({ name, response }) =>
      response ? [{ title: statusTitle(response.status), html: html(drawn[name]?.response) }] : [],
    ),
    errors: drawn[errorsPart(id)]?.text,
    samples: first?.samples ?? [],
    variants,
    requests: bodies.slice(1).map(([name, example]) => exampleView(name, example)),
    examples: openOne(
      successes.flatMap((response) =>
        Object.entries(examplesOf(response)).map(([name, example]) => ({
          status: response.status,
          ...exampleView(name, example),
        })),
      ),
    ),
    try: tryView(content, operation),
  };
}

/** Opens what the live service was seen to send, else the first: readers copy from what is open. */
function openOne<View extends { isObserved: boolean }>(examples: View[]) {
  const opened = examples.find(({ isObserved }) => isObserved) ?? examples[0];
  return examples.map((example) => ({ ...example, isOpen: example === opened }));
}

const exampleView = (name: string, { summary = "", value, "x-provenance": provenance }: Example) => ({
  name,
  summary,
  isObserved: provenance === "observed",
  html: codeBlock("json", JSON.stringify(value, null, 2)),
});

/** The form that sends the shown request to a mock. */
function tryView({ spec }: DocsContent, operation: Operation) {
  const request = sampleRequest(spec, operation);
  const { body, parts, mediaType } = request;
  const values = new Map([
    ["path", request.path],
    ["query", request.query],
    ["header", request.headers],
  ]);
  return {
    base: mockAddress + new URL(workingServer(spec)).pathname,
    mediaType,
    parameters: operation.parameters.flatMap(({ name, in: place = "" }) => {
      const given = values.get(place);
      return given ? [{ name, in: place, required: place === "path", value: given[name] ?? "" }] : [];
    }),
    parts,
    body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body, null, 2),
  };
}

/** Puts the page's own code blocks in place of those that Redoc drew within texts. */
function withCodeBlocks(html: string): string {
  return html.replaceAll(/<pre(?: data-language="([\w-]+)")?>([\s\S]*?)<\/pre>/g, (_, lang = "text", code: string) =>
    codeBlock(lang, decode(code)),
  );
}

/** Has the name of an operation in a text lead to the operation. */
function withLinks(html: string, ids: string[]): string {
  return html.replaceAll(/(?<!<a [^>]*>)<code>(\w+)<\/code>/g, (code, id: string) =>
    ids.includes(id) ? `<a href="#${id}">${code}</a>` : code,
  );
}

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", "#x27": "'", nbsp: " " };

const decode = (html: string) =>
  html.replaceAll(/<[^>]*>/g, "").replaceAll(/&([\w#]+);/g, (entity, name: string) => entities[name] ?? entity);
