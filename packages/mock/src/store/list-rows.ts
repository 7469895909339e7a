import type { Row } from "./rows.js";
import { unrecorded } from "./store-error.js";

/** A request for a list, and how to page it. */
export interface Listing {
  url: URL;
  /** Name of the list, such as `test_runs`. */
  name: string;
  positionOf(row: Row): number;
  pages: "url" | "cursor";
}

/** The number of rows on a page by default (documented). */
const defaultPageSize = 20;

/** Filters the rows by the query, and cuts them to the requested page. */
export function listRows(rows: Row[], { url, name, positionOf, pages }: Listing) {
  const { searchParams } = url;
  const matching = rows.filter((row) => [...searchParams].every(([filter, value]) => matches(row, filter, value)));
  const size = Number(searchParams.get("page_size") ?? defaultPageSize);
  const cursor = readCursor(searchParams.get("cursor") ?? searchParams.get("next") ?? searchParams.get("prev"));

  const after = matching.filter((row) => positionOf(row) > cursor.position);
  const before = matching.filter((row) => positionOf(row) < cursor.position);
  const page = cursor.direction === "DESC" ? before.slice(-size) : after.slice(0, size);
  const [first, last] = [page[0], page.at(-1)];
  const hasNext = last !== undefined && matching.some((row) => positionOf(row) > positionOf(last));
  const hasPrev = first !== undefined && matching.some((row) => positionOf(row) < positionOf(first));

  const link = (row: Row, direction: Direction) => {
    const text = writeCursor(name, positionOf(row), direction);
    if (pages === "cursor") return text;
    const next = new URL(url);
    for (const parameter of ["next", "prev"]) next.searchParams.delete(parameter);
    next.searchParams.set("cursor", text);
    return next.href;
  };
  const page_info = {
    page_size: size,
    total_count: matching.length,
    next: hasNext ? link(last, "ASC") : "",
    prev: hasPrev ? link(first, "DESC") : "",
  };
  return { page, page_info };
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

/** Tells whether a row matches a filter. Unknown filters are ignored, as on the service. */
function matches(row: Row, filter: string, wanted: string): boolean {
  if (filter === "search") {
    const texts = [row.title, row.name, row.human_id].map((text) => String(text ?? "").toLowerCase());
    return texts.some((text) => text.includes(wanted.toLowerCase()));
  }
  const [, field = "", operator] = /^(\w+?)(?:__([A-Z]+))?$/.exec(filter) ?? [];
  // The documentation filters plans by `name`, but calls the property `title` elsewhere.
  const value = row[field] ?? (field === "name" ? row.title : undefined);
  if (typeof value !== "string") return true;
  if (operator === "NEQ") return value !== wanted;
  if (operator === "CONTAINS") return value.toLowerCase().includes(wanted.toLowerCase());
  return operator === undefined || operator === "EQ" ? value === wanted : true;
}
