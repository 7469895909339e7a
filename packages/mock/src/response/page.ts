import { isObject } from "../http/json.js";

export function asksForPage({ searchParams }: URL): boolean {
  return searchParams.has("page_size") || searchParams.has("page");
}

/**
 * Cuts the documented list of a response to the page that the query asks for with `page_size` and `page`, and updates
 * `page_info` to match; `next` points to the next page until the list ends. A response without `page_info` stays as is.
 *
 * @param items dot paths to the list; the first one that exists is used
 */
export function page(content: unknown, items: string[], url: URL): unknown {
  if (!isObject(content) || !isObject(content.page_info)) return content;
  const path = items.find((candidate) => Array.isArray(valueAt(content, candidate)));
  const list = path === undefined ? undefined : valueAt(content, path);
  if (path === undefined || !Array.isArray(list)) return content;

  const size = positive(url, "page_size") ?? Math.max(list.length, 1);
  const number = positive(url, "page") ?? 1;
  const isLast = number * size >= list.length;
  const known: Record<string, unknown> = {
    ...(url.searchParams.has("page_size") && { page_size: size }),
    total_count: list.length,
    next: isLast ? end(content.page_info.next) : pageUrl(url, number + 1),
    prev: number === 1 ? end(content.page_info.prev) : pageUrl(url, number - 1),
  };
  const page_info = Object.fromEntries(
    Object.entries(content.page_info).map(([name, value]) => [name, name in known ? known[name] : value]),
  );
  return setAt({ ...content, page_info }, path.split("."), list.slice((number - 1) * size, number * size));
}

const valueAt = (content: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), content);

function setAt(content: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined || !isObject(content)) return value;
  return { ...content, [name]: setAt(content[name], rest, value) };
}

function positive({ searchParams }: URL, name: string): number | undefined {
  const text = searchParams.get(name) ?? "";
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** Returns the value for no further page: the service uses "" or null. */
const end = (documented: unknown) => (typeof documented === "string" ? "" : null);

function pageUrl(url: URL, number: number): string {
  const next = new URL(url);
  next.searchParams.set("page", String(number));
  return next.href;
}
