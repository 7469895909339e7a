import type { Call } from "../errors/testsigma-error.js";
import { ResponseError } from "../errors/transport-errors.js";
import type { CallOptions, ResponseInfo } from "../options/call-options.js";

/** An operation that lists, and where its response holds the items. */
export interface PagedOperation {
  readonly call: Call;
  /** Dot paths; the first that leads to an array wins. */
  readonly items: readonly string[];
}

/** The paged operation of each client's method. */
export const pagedOperations = new WeakMap<object, PagedOperation>();

type ListMethod<Input, Result> = (input: Input, options?: CallOptions) => Promise<Result>;
type ElementOf<List> = List extends readonly (infer Item)[] ? Item : never;

/** The items of a list's result: `data` itself, or the list in it. */
export type ItemOf<Result> = Result extends { data: infer Data }
  ? Data extends readonly unknown[]
    ? ElementOf<Data>
    : ElementOf<NonNullable<Data[keyof Data]>>
  : never;

/**
 * Iterates over the items of all pages of a list, and asks for a page when it is needed.
 *
 * The next page is the one that `page_info.next` names. That it is a URL is documented; a cursor was observed, whose query
 * parameter is not known. So it never ends early without saying so: it throws when items are missing and there is no URL,
 * and when a page comes twice, because the service ignores parameters that it does not know.
 *
 * @example
 * for await (const run of paginate(testsigma.listTestRuns, { project_id })) console.log(run.human_id);
 *
 * @param list a method of the client
 * @param input the input of the first page
 * @param options the options of each call
 * @throws {ResponseError} The next page cannot be asked for, although there is one.
 * @throws {TypeError} What is given is not a method that lists.
 */
export async function* paginate<Input, Result>(
  list: ListMethod<Input, Result>,
  ...[input, callOptions]: undefined extends Input
    ? [input?: Input, options?: CallOptions]
    : [input: Input, options?: CallOptions]
): AsyncGenerator<ItemOf<Result>, void, undefined> {
  const operation = pagedOperations.get(list);
  if (!operation) throw new TypeError("paginate: expected a method that lists, such as testsigma.listTestRuns");
  const options = callOptions ?? {};
  const seen = new Set<unknown>();
  let query = options.query;
  let count = 0;

  while (true) {
    let response: ResponseInfo | undefined;
    const onResponse = (info: ResponseInfo) => {
      response = info;
      return options.onResponse?.(info);
    };
    const page: unknown = await list(input as Input, { ...options, query, onResponse });
    const fail = (message: string) =>
      new ResponseError(`${message}, after ${count} items`, {
        ...operation.call,
        url: response?.url,
        attempts: 1,
        outcome: "unknown",
        status: response?.status,
      });

    const items = operation.items.map((path) => at(page, path)).find(Array.isArray);
    if (!items) throw fail(`body lacks ${operation.items.join(" or ")}`);
    const { next, total_count: total } = Object(at(page, "page_info"));
    const first = Object(items[0]).id ?? JSON.stringify(items[0]);
    if (items.length > 0 && seen.has(first)) throw fail("the same page came again");
    yield* items;
    count += items.length;

    if (!next) {
      if (total > count) throw fail(`page_info.total_count is ${total}, but page_info.next is empty`);
      return;
    }
    const nextQuery = queryOf(next);
    if (!nextQuery) throw fail("page_info.next is not a URL with a query, so the next page cannot be asked for");
    if (seen.has(next)) throw fail("page_info.next came again");
    seen.add(first).add(next);
    query = { ...options.query, ...nextQuery };
  }
}

/** The value at a dot path. */
const at = (value: unknown, path: string) => path.split(".").reduce<unknown>((node, name) => Object(node)[name], value);

/** The query parameters of a URL, which may be relative to the service; `undefined` for anything else, such as a cursor. */
function queryOf(next: unknown): Record<string, string[]> | undefined {
  const url = String(next);
  if (!/^(https?:|[/?])/.test(url) || !URL.canParse(url, "https://localhost")) return undefined;
  const { searchParams } = new URL(url, "https://localhost");
  const names = [...new Set(searchParams.keys())];
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)])) : undefined;
}
