import { ApiError, type CallOptions } from "@testsigma-tms/client";

/** A list of the service ends early, for example because there is no known way to request its next page. */
export class ListError extends Error {
  override readonly name = "ListError";
}

/** Number of list items that are requested at a time. */
export const pageSize = 500;

/** A client method that lists items. */
type ListMethod<Input, Result> = (input: Input, options: CallOptions) => Promise<Result>;

/** The knowledge so far about paging, which all lists of one service share. */
interface Paging {
  /** The query parameter that takes a bare cursor. */
  cursorParameter?: string | undefined;
  /** Number of items to request for each page. */
  pageSize: number;
}

/** Names of the cursor parameter in other services; it is not documented which one this service accepts. */
const cursorParameters = ["cursor", "next", "page_token", "after"] as const;
const fallbackPageSize = 100;

interface ListOptions<Item, Result> {
  readonly call: Pick<CallOptions, "signal">;
  readonly paging: Paging;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly itemsOf: (page: Result) => readonly Item[];
}

/**
 * Lists all items. The next page is documented as a URL but was observed as a bare cursor with an unknown parameter, so
 * the likely names are tried once. The service ignores a parameter that it does not know, so a page that begins like
 * the first one proves the guess wrong.
 *
 * @throws {ListError} when there is a next page but no way to request it
 */
export async function* listAll<Item, Input extends object, Result>(
  list: ListMethod<Input, Result>,
  input: Input,
  { call, paging, query, itemsOf }: ListOptions<Item, Result>,
): AsyncGenerator<Item> {
  const get = async (more: Readonly<Record<string, unknown>> = {}) => {
    const page = await list(input, { ...call, query: { page_size: paging.pageSize, ...query, ...more } });
    const { next, total_count: total } = Object(Object(page).page_info);
    return { items: itemsOf(page), next, total };
  };
  let page = await get().catch((error) => {
    if (!isRejected(error) || paging.pageSize <= fallbackPageSize) throw error;
    // Such large pages were never seen working.
    paging.pageSize = fallbackPageSize;
    return get();
  });
  const first = JSON.stringify(page.items[0]);
  const isNew = ({ items }: typeof page) => JSON.stringify(items[0]) !== first;
  const getByCursor = async (cursor: unknown) => {
    for (const parameter of paging.cursorParameter ? [paging.cursorParameter] : cursorParameters) {
      const next = await get({ [parameter]: cursor }).catch((error) => {
        if (isRejected(error)) return undefined;
        throw error;
      });
      if (!next || !isNew(next)) continue;
      paging.cursorParameter = parameter;
      return next;
    }
    return undefined;
  };
  const seen = new Set<unknown>();
  let count = 0;
  for (;;) {
    yield* page.items;
    count += page.items.length;
    if (!page.next) {
      if (page.total > count && count > 0) throw new ListError(`the list ends after ${count} of ${page.total} items`);
      return;
    }
    if (seen.has(page.next)) throw new ListError(`the list repeats itself after ${count} items`);
    seen.add(page.next);
    const url = queryOf(page.next);
    const next = url ? await get(url) : await getByCursor(page.next);
    if (!next || !isNew(next)) throw new ListError(`the next page after ${count} items cannot be asked for`);
    page = next;
  }
}

/** Returns whether the service rejected a parameter. */
function isRejected(error: unknown): boolean {
  return error instanceof ApiError && [400, 422].includes(error.status);
}

/** Returns the query parameters of an absolute or relative URL; `undefined` for anything else, such as a cursor. */
function queryOf(next: unknown): Record<string, string> | undefined {
  const url = String(next);
  if (!/^(https?:|[/?])/.test(url) || !URL.canParse(url, "https://localhost")) return undefined;
  const query = Object.fromEntries(new URL(url, "https://localhost").searchParams);
  return Object.keys(query).length > 0 ? query : undefined;
}
