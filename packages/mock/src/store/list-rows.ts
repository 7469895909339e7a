import { unrecorded } from "./store-error.js";
import { type Entry, indexAfter, type Row } from "./table.js";

/** A request for a list, and how to page it. */
export interface Listing {
  url: URL;
  /** Name of the list, such as `test_runs`. */
  name: string;
  pages: "url" | "cursor";
}

/** The number of rows on a page by default (documented). */
const defaultPageSize = 20;

const paging = new Set(["page_size", "page", "cursor", "next", "prev"]);

/** Filters the rows by the query, and cuts them to the requested page. */
export function listRows(entries: readonly Entry[], { url, name, pages }: Listing) {
  const { searchParams } = url;
  const filters = [...searchParams].filter(([filter]) => !paging.has(filter));
  const isMatch = ({ row }: Entry) => filters.every(([filter, value]) => matches(row, filter, value));
  // Without a filter, nothing is copied: a page costs the same in a list of any length.
  const matching = filters.length > 0 ? entries.filter(isMatch) : entries;
  const size = Number(searchParams.get("page_size") ?? defaultPageSize);
  const cursor = readCursor(searchParams.get("cursor") ?? searchParams.get("next") ?? searchParams.get("prev"));
  const isBackward = cursor.direction === "DESC";
  const at = indexAfter(matching, isBackward ? cursor.position - 1 : cursor.position);
  const [start, end] = isBackward ? [Math.max(0, at - size), at] : [at, at + size];
  const page = matching.slice(start, end);
  const [first, last] = [page[0], page.at(-1)];

  const link = ({ position }: Entry, direction: Direction) => {
    const text = writeCursor(name, position, direction);
    if (pages === "cursor") return text;
    const next = new URL(url);
    for (const parameter of ["next", "prev"]) next.searchParams.delete(parameter);
    next.searchParams.set("cursor", text);
    return next.href;
  };
  const page_info = {
    page_size: size,
    total_count: matching.length,
    next: last && end < matching.length ? link(last, "ASC") : "",
    prev: first && start > 0 ? link(first, "DESC") : "",
  };
  return { page: page.map(({ row }) => row), page_info };
}

type Direction = "ASC" | "DESC";

/** Writes a cursor as Base64 of JSON, as observed on the service. */
function writeCursor(name: string, position: number, direction: Direction): string {
  const value = String(position).padStart(26, "0");
  const text = JSON.stringify([{ field: `${name}.tsid`, value, direction }]);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function readCursor(text: string | null): { position: number; direction: Direction } {
  if (text === null || text === "") return { position: 0, direction: "ASC" };
  const [, value, direction] = /"value":"(\d{26})","direction":"(ASC|DESC)"/.exec(decode(text)) ?? [];
  if (value === undefined) throw unrecorded("Invalid cursor", `The cursor is not one of this list: ${text}`);
  return { position: Number(value), direction: direction === "DESC" ? "DESC" : "ASC" };
}

function decode(text: string): string {
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}

/** Returns whether a row matches a filter. Unknown filters are ignored, as on the service. */
function matches(row: Row, filter: string, text: string): boolean {
  if (filter === "search") {
    const texts = [row.title, row.name, row.human_id].map((value) => String(value ?? "").toLowerCase());
    return texts.some((value) => value.includes(text.toLowerCase()));
  }
  const [field = "", operator] = filter.split(/__(?=[A-Z]+$)/);
  // The documentation filters plans by `name`, but calls the property `title` elsewhere.
  const value = row[field] ?? (field === "name" ? row.title : undefined);
  if (typeof value !== "string") return true;
  if (operator === "NEQ") return value !== text;
  if (operator === "CONTAINS") return value.toLowerCase().includes(text.toLowerCase());
  return operator === undefined || operator === "EQ" ? value === text : true;
}
