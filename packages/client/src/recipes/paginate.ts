import { type Call, ResponseError } from "../errors.js";
import type { CallOptions, ResponseInfo } from "../options/options.js";

type ListMethod<Input, Result> = (input: Input, options?: CallOptions) => Promise<Result>;
type ElementOf<List> = List extends readonly (infer Item)[] ? Item : never;

/** The type of the items in a list result, which are `data` itself or the list in it. */
export type ItemOf<Result> = Result extends { data: infer Data }
  ? Data extends readonly unknown[]
    ? ElementOf<Data>
    : ElementOf<NonNullable<Data[keyof Data]>>
  : never;

/**
 * The maximum number of consecutive empty pages: a service that keeps naming next pages without items has nothing more.
 */
const mostEmptyPages = 3;

/**
 * Iterates over the items of all pages of a list, and requests each page when it is needed.
 *
 * The next page is the one that `page_info.next` names. The documentation says that it is a URL; a cursor was observed,
 * but the query parameter for it is not known. So that it never ends early without notice, `paginate` throws when items
 * are missing and there is no URL, and when a page is returned twice, because the service ignores parameters that it
 * does not know.
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
    ? [input?: NoInfer<Input>, options?: CallOptions]
    : [input: NoInfer<Input>, options?: CallOptions]
): AsyncGenerator<ItemOf<Result>, void, undefined> {
  const operation = pagedOperations.get(list);
  if (!operation) throw new TypeError("paginate: expected a method that lists, such as testsigma.listTestRuns");
  const options = callOptions ?? {};
  const seen = new Set<unknown>();
  let query = options.query;
  let count = 0;
  let emptyPages = 0;
  let leastTotal = Infinity;
  let startsLater = Object.keys(query ?? {}).some((name) => /^(page(?!_?size)|offset|cursor)/i.test(name));

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
    const { next, prev, total_count: total } = Object(at(page, "page_info"));
    const first = Object(items[0]).id ?? JSON.stringify(items[0]);
    if (items.length > 0 && seen.has(first)) throw fail("the same page came again");
    yield* items;
    // Pages before the requested one do not count as missing, nor does an item that was created meanwhile.
    leastTotal = Math.min(leastTotal, startsLater || prev ? 0 : (total ?? 0));
    startsLater = false;
    count += items.length;
    emptyPages = items.length > 0 ? 0 : emptyPages + 1;

    if (!next || emptyPages === mostEmptyPages) {
      if (leastTotal > count)
        throw fail(`page_info.total_count is ${total}, but ${next ? "pages stay empty" : "page_info.next is empty"}`);
      return;
    }
    const nextQuery = nextPageQuery(next);
    if (!nextQuery) throw fail("page_info.next is not a URL with a query, so the next page cannot be asked for");
    if (seen.has(next)) throw fail("page_info.next came again");
    seen.add(first).add(next);
    query = { ...options.query, ...nextQuery };
  }
}

/** Returns the value at a dot path. */
const at = (value: unknown, path: string) => path.split(".").reduce<unknown>((node, name) => Object(node)[name], value);

/**
 * Returns the query of a URL, which may be relative to the service; `undefined` for any other value, such as a cursor.
 */
function nextPageQuery(next: unknown): Record<string, string[]> | undefined {
  const url = String(next);
  if (!/^(https?:|[/?])/.test(url) || !URL.canParse(url, "https://localhost")) return undefined;
  const { searchParams } = new URL(url, "https://localhost");
  const names = [...new Set(searchParams.keys())];
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)])) : undefined;
}

/** A list operation, and the place of the items in its response. */
export interface PagedOperation {
  readonly call: Call;
  /** The dot paths to the items; the first that leads to an array wins. */
  readonly items: readonly string[];
}

/** Maps a client's list methods to their operations. */
export const pagedOperations = new WeakMap<object, PagedOperation>();
