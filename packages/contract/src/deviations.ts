import { type DocumentedResponse, type Operation, responseOf, type Schema } from "./operations.ts";
import { unknownMembers } from "./unknown-members.ts";
import { violations } from "./violations.ts";

/** Where an answer and the API description disagree. Holds no value of the answer, so nothing secret. */
export interface Deviation {
  kind: "redirect" | "undocumented status" | "content type" | "header" | "body" | "unknown member";
  message: string;
}

/** An answer with its body as text. */
export interface ReceivedAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** Compares an answer with what the API description says of it. */
export function deviationsOf(operation: Operation, answer: ReceivedAnswer): Deviation[] {
  const { status, headers } = answer;
  const documented = responseOf(operation, status);
  if (documented) return [...headerDeviations(documented, headers), ...contentDeviations(documented, answer)];
  if (status >= 300 && status < 400) {
    return [{ kind: "redirect", message: `${status} to ${targetOf(headers.get("location"))}` }];
  }
  const known = Object.keys(operation.responses).join(", ");
  return [{ kind: "undocumented status", message: `${status}; documented are ${known}` }];
}

// A query could hold what nobody should read in a report.
const targetOf = (location: string | null) => location?.replace(/[?#].*$/, "") ?? "nowhere: no Location";

function headerDeviations({ headers: documented = {} }: DocumentedResponse, headers: Headers): Deviation[] {
  return Object.entries(documented).flatMap(([name, { schema, required }]): Deviation[] => {
    const value = headers.get(name);
    if (value === null) return required ? [{ kind: "header", message: `${name} is missing` }] : [];
    return violations(schema, fromText(value, schema)).map((message) => ({
      kind: "header",
      message: `${name} ${message}`,
    }));
  });
}

/** A header is text; a number or a boolean stands in it as in JSON. */
function fromText(text: string, { type }: Schema): unknown {
  if (type === "string") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function contentDeviations({ content }: DocumentedResponse, { headers, text }: ReceivedAnswer): Deviation[] {
  if (!content) return text ? [{ kind: "body", message: "there is one, where none is documented" }] : [];
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const documented = type && content[type];
  if (!documented) {
    return [{ kind: "content type", message: `${type ?? "none"}; documented is ${Object.keys(content).join(", ")}` }];
  }
  let body: unknown = text;
  try {
    if (/[/+]json$/.test(type)) body = JSON.parse(text);
  } catch {
    return [{ kind: "body", message: "is not JSON" }];
  }
  return [
    ...violations(documented.schema, body).map((message): Deviation => ({ kind: "body", message })),
    ...unknownMembers(documented.schema, body).map((message): Deviation => ({ kind: "unknown member", message })),
  ];
}
