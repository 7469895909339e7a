import { isFunction, property } from "../describe.js";
import { ApiError, inputError, ResponseError } from "../errors.js";
import { askForList, type ListInquiry, type ListOperation } from "../operation/route.js";
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
const maxEmptyPages = 3;

/** Names of the cursor parameter in other services; it is not known which one this service accepts. */
const likelyCursorNames = ["cursor", "next", "page_token", "after"];
/** The name that worked, by the method that lists. */
const cursorNames = new WeakMap<object, string>();

/**
 * Iterates over the items of all pages of a list, and requests each page when it is needed.
 *
 * The next page is the one that `page_info.next` names. The documentation says that it is a URL; a cursor was observed,
 * but the query parameter for it is not known, so the likely names are tried. The service ignores a parameter that it
 * does not know: a page that was returned before proves the guess wrong. `paginate` never ends early without notice: it
 * throws if the next page cannot be requested, and if items are missing.
 *
 * @example
 * for await (const run of paginate(testsigma.listTestRuns, { project_id })) console.log(run.human_id);
 *
 * @param list a method of the client that lists, or a wrapper that passes its options on
 * @param input the input of the first page
 * @param options the options of each call
 * @throws {ResponseError} if there is a next page that cannot be requested.
 *   See [When a call fails](https://www.npmjs.com/package/@testsigma-tms/client#when-a-call-fails).
 * @throws {InputError} if `list` is not a method that lists; nothing is sent
 */
export async function* paginate<Input, Result>(
  list: ListMethod<Input, Result>,
  ...[input, callOptions]: undefined extends Input
    ? [input?: NoInfer<Input>, options?: CallOptions]
    : [input: NoInfer<Input>, options?: CallOptions]
): AsyncGenerator<ItemOf<Result>, void, undefined> {
  if (!isFunction(list)) throw notAList();
  const options = callOptions ?? {};
  const get = (query: CallOptions["query"]) =>
    getPage((inquiry) => list(input as Input, { ...options, query, ...inquiry }), options.onResponse);
  const seen = new Set<unknown>();
  const isNew = ({ items, first }: Page) => items.length === 0 || !seen.has(first);

  async function getByCursor(cursor: unknown): Promise<Page | undefined> {
    const known = cursorNames.get(list);
    for (const name of known ? [known] : likelyCursorNames) {
      const page = await get({ ...options.query, [name]: cursor }).catch((error) => {
        if (error instanceof ApiError && [400, 422].includes(error.status)) return undefined;
        throw error;
      });
      if (!page || !isNew(page)) continue;
      cursorNames.set(list, name);
      return page;
    }
    return undefined;
  }

  let count = 0;
  let emptyPages = 0;
  let minTotal = Infinity;
  let startsLater = Object.keys(options.query ?? {}).some((name) => /^(page(?!_?size)|offset|cursor)/i.test(name));
  let page = await get(options.query);
  while (true) {
    const { items, first, next, prev, total, fail } = page;
    if (!isNew(page)) throw fail(`the service returned the same page twice, after ${count} items`);
    yield* items as ItemOf<Result>[];
    // Pages before the requested one do not count as missing, nor does an item that was created meanwhile.
    minTotal = Math.min(minTotal, startsLater || prev ? 0 : total);
    startsLater = false;
    count += items.length;
    emptyPages = items.length > 0 ? 0 : emptyPages + 1;

    if (!next || emptyPages === maxEmptyPages) {
      if (minTotal <= count) return;
      const reason = next ? "the following pages are empty" : "page_info.next is empty";
      throw fail(`page_info.total_count is ${total}, but ${reason}, after ${count} items`);
    }
    if (seen.has(next)) throw fail(`the service returned the same page_info.next twice, after ${count} items`);
    seen.add(first).add(next);
    const query = queryOf(next);
    const nextPage = query ? await get({ ...options.query, ...query }) : await getByCursor(next);
    if (!nextPage) {
      const problem = "page_info.next is a cursor for an unknown parameter, so the next page cannot be requested";
      throw fail(`${problem}, after ${count} items`);
    }
    page = nextPage;
  }
}

type Page = Awaited<ReturnType<typeof getPage>>;

/** Requests a page. A stub says nothing about its list; its items are found by the shape of the response. */
async function getPage(
  request: (options: ListInquiry & CallOptions) => Promise<unknown>,
  onCallerResponse: CallOptions["onResponse"],
) {
  let response: ResponseInfo | undefined;
  let operation: ListOperation | undefined;
  const body = await request({
    onResponse: (info) => {
      response = info;
      return onCallerResponse?.(info);
    },
    [askForList]: (list) => {
      if (!list) throw notAList();
      operation = list;
    },
  });
  const fail = (message: string) =>
    new ResponseError(message, {
      ...(operation?.call ?? unknownCall),
      url: response?.url,
      attempts: 1,
      outcome: "no-effect",
      status: response?.status,
    });
  const items = operation ? operation.items.map((path) => at(body, path)).find(Array.isArray) : listIn(body);
  if (!items) throw fail(`body lacks ${operation?.items.join(" or ") ?? "a list in data"}`);
  const info = property(body, "page_info");
  const total = property(info, "total_count");
  return {
    items,
    /** What tells the page from others: the id of its first item, or the item. */
    first: property(items[0], "id") ?? JSON.stringify(items[0]),
    next: property(info, "next"),
    prev: property(info, "prev"),
    total: typeof total === "number" ? total : 0,
    fail,
  };
}

const unknownCall = { operation: undefined, method: "GET", path: "" };

const notAList = () =>
  inputError("paginate: expected a method that lists, such as testsigma.listTestRuns", unknownCall);

const at = (value: unknown, path: string): unknown => path.split(".").reduce(property, value);

/** Returns `data` if it is a list, else the list in it. */
function listIn(body: unknown): unknown[] | undefined {
  const data = property(body, "data");
  return Array.isArray(data) ? data : Object.values(data ?? {}).find(Array.isArray);
}

/**
 * Returns the query of a URL, which may be relative to the service; `undefined` for any other value, such as a cursor.
 */
function queryOf(next: unknown): Record<string, string[]> | undefined {
  const url = String(next);
  if (!/^(https?:|[/?])/.test(url) || !URL.canParse(url, "https://localhost")) return undefined;
  const { searchParams } = new URL(url, "https://localhost");
  const names = [...new Set(searchParams.keys())];
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)])) : undefined;
}
