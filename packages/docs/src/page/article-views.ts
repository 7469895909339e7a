import type { Example, Operation, SpecResponse } from "@testsigma-tms/spec/reader";
import type { DocsContent, Guide } from "../content/docs-content.ts";
import { casesOf, commonHeaders, type ErrorCase, examplesOf, isSpecial, statusTitle } from "../content/error-cases.ts";
import { fieldsHtml } from "../fields/fields-html.ts";
import { type OperationFields, operationFields } from "../fields/operation-fields.ts";
import { headerFields } from "../fields/read-fields.ts";
import { codeBlock } from "../markdown/code-block.ts";
import { breakable, escapeHtml } from "../markdown/escape-html.ts";
import { mark, type ToHtml } from "../markdown/markdown-html.ts";
import { codeSamples } from "../samples/code-samples.ts";
import { sampleBodies, sampleRequest, workingServer } from "../samples/sample-request.ts";

/** The default address of the mock, for `pnpm start` and the mock's command. */
const mockAddress = "http://127.0.0.1:4010";

/** Returns the data for the template of an operation. */
export function operationView(content: DocsContent, operation: Operation, toHtml: ToHtml) {
  const { spec, cases } = content;
  const { id, tag, method, path, summary, description, isSecured, isDeprecated, provenance, sources } = operation;
  const { requestBody, responses } = operation;
  const fields = operationFields(spec, operation);
  const list = (each: OperationFields["parameters"]) => fieldsHtml(each, id, toHtml);
  const own = casesOf(cases, operation);
  const successes = responses.filter(({ isSuccess }) => isSuccess);
  const common = Object.keys(commonHeaders(spec.operations));
  return {
    id,
    tag,
    method,
    title: summary,
    mark: mark(provenance, sources),
    isDeprecated,
    base: breakable(workingServer(spec)),
    path: breakable(path),
    isOpen: !isSecured,
    text: toHtml(description, { mark: provenance, sources, owner: `${id}/about` }),
    parameters: Object.entries({ path: "Path parameters", query: "Query parameters", header: "Headers" })
      .map(([place, title]) => ({ title, some: fields.parameters.filter(({ id }) => id.startsWith(`${place}/`)) }))
      .flatMap(({ title, some }) => (some.length > 0 ? [{ title, fields: list(some) }] : [])),
    bodies: fields.bodies.map((body, index) => ({
      id: index === 0 ? `${id}/body` : `${id}/body-${index + 1}`,
      mediaType: body.mediaType,
      isOptional: !requestBody?.isRequired,
      text: index === 0 ? toHtml(requestBody?.description ?? "") : "",
      fields: list(body.fields),
    })),
    responses: successes.map((response, index) => ({
      id: `${id}/${response.status}`,
      title: statusTitle(response.status),
      mark: mark(response.provenance, response.sources),
      text: toHtml(response.description, { mark: response.provenance, sources: response.sources }),
      fields: list([
        ...(fields.responses[index]?.headers ?? []).filter(({ name }) => !common.includes(name)),
        ...(fields.responses[index]?.fields ?? []),
      ]),
    })),
    errors: own,
    special: own.filter(isSpecial).map((each) => caseHtml(each, toHtml)),
    requests: sampleBodies(operation).length > 1 ? requestViews(content, operation) : [],
    ...samplesView(content, operation),
    examples: exampleViews(successes),
    try: tryView(content, operation),
  };
}

/** Returns the samples of each request of an operation; the first sample of the first request is shown. */
function samplesView({ spec }: DocsContent, operation: Operation) {
  const bodies = sampleBodies(operation);
  const samples = (bodies.length > 0 ? bodies : [undefined]).flatMap((body, request) =>
    codeSamples(spec, operation, body).map(({ label, lang, source }, index) => ({
      request,
      label,
      isShown: request === 0 && index === 0,
      html: codeBlock(lang, source, bodies.length > 1 ? `${label}, ${body?.name || body?.content.mediaType}` : label),
    })),
  );
  return { samples, languages: samples.filter(({ request }) => request === 0) };
}

function requestViews({ spec }: DocsContent, operation: Operation) {
  return sampleBodies(operation).map((each, index) => ({
    index,
    label: labelOf(each.name, each.example.summary) || each.content.mediaType,
    body: JSON.stringify(sampleRequest(spec, operation, each).body, null, 2),
  }));
}

/**
 * Returns the examples. The one shown first is one that the live service was seen to send, if any, because readers copy
 * what they see.
 */
function exampleViews(responses: SpecResponse[]) {
  const examples = responses.flatMap((response) =>
    Object.entries(examplesOf(response)).map(([name, { summary, value, "x-provenance": provenance }]) => ({
      label: `${response.status} ${labelOf(name, summary)}`,
      isObserved: provenance === "observed",
      html: codeBlock("json", JSON.stringify(value, null, 2), `${response.status} ${name}`),
    })),
  );
  const shown = examples.find(({ isObserved }) => isObserved) ?? examples[0];
  return examples.map((example, index) => ({ ...example, index, isShown: example === shown }));
}

/** Returns the form that sends the shown request to a mock. */
function tryView({ spec }: DocsContent, operation: Operation) {
  const { body, parts, mediaType, ...places } = sampleRequest(spec, operation);
  return {
    base: mockAddress + new URL(workingServer(spec)).pathname,
    path: operation.path,
    mediaType,
    parameters: operation.parameters.map(({ name = "", in: place }) => ({
      name,
      in: place,
      required: place === "path",
      value: places[place as "path" | "query" | "header"]?.[name] ?? "",
    })),
    parts,
    body: JSON.stringify(body, null, 2),
    scenarios: operation.responses.flatMap(({ status, content }) =>
      content.flatMap(({ examples }) =>
        Object.entries(examples).map(([name, { summary }]) => ({
          prefer: `code=${status}, example=${name}`,
          label: `${status} ${labelOf(name, summary)}`,
        })),
      ),
    ),
  };
}

/** Returns the text of a choice, where Markdown has no effect. */
const labelOf = (name: string, summary = "") => [name, summary].filter(Boolean).join(": ").replaceAll("`", "");

/**
 * Returns the data for the template of a section of the guide. The section on errors has every error with its bodies.
 */
export function guideView({ spec, cases }: DocsContent, { id, title, group, markdown }: Guide, toHtml: ToHtml) {
  const parts = [toHtml(markdown, { owner: id })];
  if (id === "errors") {
    const common = fieldsHtml(headerFields(spec, commonHeaders(spec.operations), "every"), "headers", toHtml);
    parts.push(...cases.map((each) => caseHtml(each, toHtml, spec)));
    if (common) parts.push(`<h2 id="headers">Headers of every response</h2>${common}`);
  }
  const html = parts.join("");
  const headings = [...html.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g)].map(([, id, text = ""]) => ({
    id,
    text: text.replaceAll(/<a class="mark.*?<\/a>|<[^>]*>/g, "").trim(),
  }));
  return { id, title, group, html, headings: headings.length > 1 ? headings : [] };
}

/** Prints an error: its meaning, its operations if they are few, its own headers, and its bodies. */
function caseHtml(each: ErrorCase, toHtml: ToHtml, whole?: DocsContent["spec"]): string {
  const { id, title, description, provenance, sources, operations, headers, examples } = each;
  const givenBy = `<p>Only ${operations.map((name) => `<a href="#${escapeHtml(name)}"><code>${escapeHtml(name)}</code></a>`).join(", ")}.</p>`;
  const common = whole && Object.keys(commonHeaders(whole.operations));
  const own = Object.entries(headers).filter(([name]) => common && !common.includes(name));
  const origin = mark(provenance, sources);
  const ofSome = isSpecial(each) ? ` of ${operations.map(escapeHtml).join(", ")}` : "";
  return [
    whole ? `<h2 id="${id}">${title}${ofSome} ${origin}</h2>` : `<h3><a href="#${id}">${title}</a> ${origin}</h3>`,
    toHtml(description, { mark: provenance, sources }),
    whole && isSpecial(each) ? givenBy : "",
    whole ? fieldsHtml(headerFields(whole, Object.fromEntries(own), id), "headers", toHtml) : "",
    ...Object.entries(examples).map(([name, example]) => exampleHtml(name, example, toHtml)),
  ].join("");
}

function exampleHtml(name: string, { summary = "", description = "", value, ...example }: Example, toHtml: ToHtml) {
  const line = [`\`${name}\``, summary && `**${summary}.**`, description.trim()].filter(Boolean).join(" ");
  const origin = { mark: example["x-provenance"], sources: example["x-source"] ?? [] };
  return toHtml(line, origin) + codeBlock("json", JSON.stringify(value, null, 2));
}
