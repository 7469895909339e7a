import { STATUS_CODES } from "node:http";
import type { Example, Header, Operation, SpecResponse } from "@testsigma-tms/codegen";

/** An error response that one or more operations give, with every example body. */
export interface ErrorCase {
  /** Unique among the cases, such as `error-400`. */
  id: string;
  status: string;
  /** Such as `429 Too Many Requests`. */
  title: string;
  description: string;
  provenance: SpecResponse["provenance"];
  /** Ids of the operations that give it. */
  operations: string[];
  headers: Record<string, Header>;
  examples: Record<string, Example>;
}

/** Node still has the name that 422 had before RFC 9110. */
const reasons: Record<string, string | undefined> = { ...STATUS_CODES, 422: "Unprocessable Content" };

/** Returns a status with its reason phrase. */
export const statusTitle = (status: string) => `${status} ${reasons[status] ?? ""}`.trim();

/** Collects every error response, by status. Responses that say the same are one case, with the examples of all. */
export function errorCases(operations: Operation[]): ErrorCase[] {
  const cases = new Map<string, ErrorCase>();
  for (const operation of operations) {
    for (const response of errorsOf(operation)) {
      const { status, description, provenance, headers } = response;
      const known = cases.get(keyOf(response));
      cases.set(keyOf(response), {
        id: "",
        status,
        title: statusTitle(status),
        description,
        provenance,
        operations: [...(known?.operations ?? []), operation.id],
        headers,
        examples: { ...known?.examples, ...examplesOf(response) },
      });
    }
  }
  const sorted = [...cases.values()].toSorted(
    (one, other) => one.status.localeCompare(other.status) || other.operations.length - one.operations.length,
  );
  return sorted.map((each, index) => {
    const before = sorted.slice(0, index).filter(({ status }) => status === each.status).length;
    return { ...each, id: `error-${each.status.toLowerCase()}${before === 0 ? "" : `-${before + 1}`}` };
  });
}

/** Returns the cases of one operation, with its own examples. */
export function casesOf(cases: ErrorCase[], operation: Operation): ErrorCase[] {
  return errorsOf(operation).flatMap((response) => {
    const found = cases.find((each) => keyOf(each) === keyOf(response));
    return found ? [{ ...found, examples: examplesOf(response) }] : [];
  });
}

/** Whether a case is explained where it occurs; one that more operations give is explained once for all. */
export const isSpecial = ({ operations }: ErrorCase) => operations.length <= 5;

const errorsOf = ({ responses }: Operation) =>
  responses.filter(({ isSuccess, status }) => !isSuccess && !/^[123]/.test(status));

const keyOf = ({ status, description }: SpecResponse | ErrorCase) => `${status} ${description}`;

/** Returns the named examples of every media type of a response. */
export const examplesOf = ({ content }: SpecResponse): Record<string, Example> =>
  Object.assign({}, ...content.map(({ examples }) => examples));

/** Returns the headers that every success response of the operations has. */
export function commonHeaders(operations: Operation[]): Record<string, Header> {
  const [first, ...others] = operations.flatMap(({ responses }) => responses.filter(({ isSuccess }) => isSuccess));
  return Object.fromEntries(
    Object.entries(first?.headers ?? {}).filter(([name]) => others.every(({ headers }) => name in headers)),
  );
}
