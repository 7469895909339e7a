import { STATUS_CODES } from "node:http";
import type { Example, Header, Operation, SpecResponse } from "@testsigma-tms/spec/reader";

/** An error response of one or more operations, with every example body. */
export interface ErrorCase {
  id: string;
  status: string;
  /** The title, such as `429 Too Many Requests`. */
  title: string;
  description: string;
  provenance: SpecResponse["provenance"];
  sources: string[];
  operations: string[];
  headers: Record<string, Header>;
  examples: Record<string, Example>;
}

/** The reason phrases; Node still uses the name that 422 had before RFC 9110. */
const reasons: Record<string, string | undefined> = { ...STATUS_CODES, 422: "Unprocessable Content" };

export function statusTitle(status: string): string {
  return `${status} ${reasons[status] ?? ""}`.trim();
}

/** Collects every error response, by status. Identical responses become one case, with the examples of all. */
export function errorCases(operations: Operation[]): ErrorCase[] {
  const errors = operations.flatMap((operation) => errorsOf(operation).map((error) => ({ ...error, operation })));
  const cases = [...Map.groupBy(errors, keyOf).values()].flatMap((same) =>
    same.slice(0, 1).map((first) => ({
      ...first,
      title: statusTitle(first.status),
      operations: same.map(({ operation }) => operation.id),
      examples: Object.assign({}, ...same.map(examplesOf)) as Record<string, Example>,
    })),
  );
  const sorted = cases.toSorted(
    (one, other) => one.status.localeCompare(other.status) || other.operations.length - one.operations.length,
  );
  return sorted.map((each, index) => {
    const before = sorted.slice(0, index).filter(({ status }) => status === each.status).length;
    return { ...each, id: `error-${each.status.toLowerCase()}${before === 0 ? "" : `-${before + 1}`}` };
  });
}

/** Returns the cases of one operation, with that operation's examples. */
export function casesOf(cases: ErrorCase[], operation: Operation): ErrorCase[] {
  return errorsOf(operation).flatMap((response) => {
    const sameCase = cases.find((each) => keyOf(each) === keyOf(response));
    return sameCase ? [{ ...sameCase, examples: examplesOf(response) }] : [];
  });
}

/** Returns whether a case is explained at its operations; a case of many operations is explained once for all. */
export function isSpecial({ operations }: ErrorCase): boolean {
  return operations.length <= 5;
}

const errorsOf = ({ responses }: Operation) =>
  responses.filter(({ isSuccess, status }) => !isSuccess && !/^[123]/.test(status));

const keyOf = ({ status, description }: SpecResponse | ErrorCase) => `${status} ${description}`;

/** Returns the named examples of every media type of a response. */
export function examplesOf({ content }: SpecResponse): Record<string, Example> {
  return Object.assign({}, ...content.map(({ examples }) => examples));
}

/** Returns the headers that every success response of the operations has. */
export function commonHeaders(operations: Operation[]): Record<string, Header> {
  const [first, ...others] = operations.flatMap(({ responses }) => responses.filter(({ isSuccess }) => isSuccess));
  return Object.fromEntries(
    Object.entries(first?.headers ?? {}).filter(([name]) => others.every(({ headers }) => name in headers)),
  );
}
