import { ApiError, type CallOptions, type ItemOf, paginate } from "@testsigma-tms/client";

/** Number of list items to request at a time; pages of this size were never seen working. */
export const pageSize = 500;
const fallbackPageSize = 100;

type ListMethod<Input, Result> = (input: Input, options?: CallOptions) => Promise<Result>;

/** Yields all items of a list; in smaller pages if the service rejects large ones. */
export async function* listAll<Input extends object, Result>(
  list: ListMethod<Input, Result>,
  input: NoInfer<Input>,
  { size = pageSize, ...query }: { readonly size?: number; readonly search?: string } = {},
): AsyncGenerator<ItemOf<Result>, void, undefined> {
  let isRead = false;
  try {
    const options = { query: { page_size: size, ...query } };
    for await (const item of paginate(list as ListMethod<object, Result>, input, options)) {
      isRead = true;
      yield item;
    }
  } catch (error) {
    const isRejected = error instanceof ApiError && [400, 422].includes(error.status);
    if (isRead || !isRejected || size === fallbackPageSize) throw error;
    yield* listAll(list, input, { ...query, size: fallbackPageSize });
  }
}

export async function arrayOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const array: Item[] = [];
  for await (const item of items) array.push(item);
  return array;
}
