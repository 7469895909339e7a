import { ApiError, type CallOptions, type ItemOf, paginate } from "@testsigma-tms/client";

/** Number of list items to request at a time; pages of this size were never seen working. */
export const pageSize = 500;
const fallbackPageSize = 100;

type ListMethod<Input, Result> = (input: Input, options?: CallOptions) => Promise<Result>;

/** Creates a function that lists all items; in smaller pages once the service has rejected large ones. */
export function createListAll(call: Pick<CallOptions, "signal">) {
  let size = pageSize;
  return async function* listAll<Input extends object, Result>(
    list: ListMethod<Input, Result>,
    input: NoInfer<Input>,
    query: Readonly<Record<string, string>> = {},
  ): AsyncGenerator<ItemOf<Result>, void, undefined> {
    const options = { ...call, query: { page_size: size, ...query } };
    let isRead = false;
    try {
      for await (const item of paginate(list as ListMethod<object, Result>, input, options)) {
        isRead = true;
        yield item;
      }
    } catch (error) {
      const isRejected = error instanceof ApiError && [400, 422].includes(error.status);
      if (isRead || !isRejected || size <= fallbackPageSize) throw error;
      size = fallbackPageSize;
      yield* listAll(list, input, query);
    }
  };
}
