import { STATUS_CODES } from "node:http";
import type { Example, Operation, SpecResponse } from "@testsigma-tms/codegen";
import { marked } from "./marked.ts";

/** An error response that one or more operations give, with every example body. */
export interface ErrorCase {
  /** Unique among the cases; the page uses it in links. */
  id: string;
  status: string;
  /** `429 Too Many Requests`. */
  title: string;
  description: string;
  provenance: SpecResponse["provenance"];
  /** Ids of the operations that give it. */
  operations: string[];
  examples: Record<string, Example>;
}

/** Node still has the name that 422 had before RFC 9110. */
const reasons: Record<string, string | undefined> = { ...STATUS_CODES, 422: "Unprocessable Content" };

/** A status with its reason phrase. */
export const statusTitle = (status: string) => `${status} ${reasons[status] ?? ""}`.trim();

/** Every error response of the operations, by status. Responses that say the same are one case, with the examples of all. */
export function errorCases(operations: Operation[]): ErrorCase[] {
  const cases = new Map<string, ErrorCase>();
  for (const operation of operations) {
    for (const response of errorsOf(operation)) {
      const { status, description, provenance } = response;
      const known = cases.get(keyOf(response));
      cases.set(keyOf(response), {
        id: "",
        status,
        title: statusTitle(status),
        description,
        provenance,
        operations: [...(known?.operations ?? []), operation.id],
        examples: { ...known?.examples, ...examplesOf(response) },
      });
    }
  }
  const sorted = [...cases.values()].toSorted((one, other) => one.status.localeCompare(other.status));
  return sorted.map((each, index) => {
    const before = sorted.slice(0, index).filter(({ status }) => status === each.status).length;
    return { ...each, id: `error-${each.status.toLowerCase()}${before === 0 ? "" : `-${before + 1}`}` };
  });
}

/** The cases of one operation, out of those of all, with its own examples. */
export function casesOf(cases: ErrorCase[], operation: Operation): ErrorCase[] {
  return errorsOf(operation).flatMap((response) => {
    const found = cases.find((each) => keyOf(each) === keyOf(response));
    return found ? [{ ...found, examples: examplesOf(response) }] : [];
  });
}

const errorsOf = ({ responses }: Operation) =>
  responses.filter(({ isSuccess, status }) => !isSuccess && !/^[123]/.test(status));

const keyOf = ({ status, description }: SpecResponse | ErrorCase) => `${status} ${description}`;

/** The named examples of every media type of a response. */
export const examplesOf = ({ content }: SpecResponse): Record<string, Example> =>
  Object.assign({}, ...content.map(({ examples }) => examples));

/** Of a case that no more operations give, the text names them. */
const fewOperations = 5;

/** A case as Markdown: what it means, which operations give it if they are few, and its examples. */
export function caseText({ description, provenance, operations, examples }: ErrorCase): string {
  const givenBy = operations.length <= fewOperations && `Given by ${operations.map((id) => `\`${id}\``).join(", ")}.`;
  const parts = Object.entries(examples).map((entry) => exampleText(...entry));
  return [marked(description, provenance), givenBy, ...parts].filter(Boolean).join("\n\n");
}

/** An example as Markdown: its name, what there is to say about it, and its value. */
export function exampleText(name: string, { summary = "", description = "", value }: Example): string {
  const text = [`\`${name}\``, summary && `**${summary}.**`, description.trim()].filter(Boolean).join(" ");
  return `${text}\n\n${jsonBlock(value)}`;
}

/** A value as a fenced block of JSON. */
export const jsonBlock = (value: unknown) => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
