import { type Operation, responseFor, type Schema, type Spec, type SpecResponse } from "@testsigma-tms/spec/reader";
import { unknownProperties, violations } from "./schemas/violations.ts";

/** A response with its body as text. */
export interface ReceivedResponse {
  status: number;
  headers: Headers;
  text: string;
}

/** Statuses whose responses have no body in HTTP (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
const withoutBody = new Set(["204", "205", "304"]);

/** Returns the content of a response; empty if its status allows no body, even if the documentation shows one. */
export function contentOf({ status, content }: SpecResponse): SpecResponse["content"] {
  return withoutBody.has(status) ? [] : content;
}

/** Lists the deviations of a response from the spec, without values of the response, and so without secrets. */
export function deviationsOf(spec: Spec, operation: Operation, received: ReceivedResponse): string[] {
  const { status, headers } = received;
  const documented = responseFor(operation, status);
  if (documented) {
    return [...headerDeviations(spec, documented, headers), ...contentDeviations(spec, documented, received)];
  }
  if (status >= 300 && status < 400) {
    return [`redirect: ${status} to ${targetOf(headers.get("location"))}`];
  }
  const known = operation.responses.map((response) => response.status).join(", ");
  return [`undocumented status: ${status}; documented are ${known}`];
}

// A query could contain a secret, which must not be in a report.
const targetOf = (location: string | null) => location?.replace(/[?#].*$/, "") ?? "nowhere: no Location";

function headerDeviations(spec: Spec, { headers: documented }: SpecResponse, headers: Headers): string[] {
  return Object.entries(documented).flatMap(([name, { schema = {}, required }]) => {
    const value = headers.get(name);
    if (value === null) return required ? [`header: ${name} is missing`] : [];
    return violations(spec, schema, fromText(value, spec.resolve<Schema>(schema))).map(
      (message) => `header: ${name} ${message}`,
    );
  });
}

/** Converts the text of a header to its type; numbers and booleans are written as in JSON. */
function fromText(text: string, { type }: Schema): unknown {
  return type === "string" ? text : jsonOrText(text);
}

function contentDeviations(spec: Spec, documented: SpecResponse, { headers, text }: ReceivedResponse): string[] {
  const content = contentOf(documented);
  if (content.length === 0) return text ? ["body: there is one, where none is documented"] : [];
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const found = content.find(({ mediaType }) => mediaType === type);
  if (!found) {
    const expected = content.map(({ mediaType }) => mediaType).join(", ");
    return [`content type: ${type ?? "none"}; documented is ${expected}`];
  }
  const { schema = {}, mediaType } = found;
  const isJson = /[/+]json$/.test(mediaType);
  const body = isJson ? jsonOrText(text) : text;
  if (isJson && body === text) return ["body: is not JSON"];
  return [
    ...violations(spec, schema, body).map((message) => `body: ${message}`),
    ...unknownProperties(spec, schema, body).map((path) => `unknown property: ${path}`),
  ];
}

/** Parses a text as JSON; returns the text itself if it is not JSON. */
export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
