import type { DocsContent } from "../content/docs-content.ts";

/**
 * Finds the page of an address; `undefined` for a place that is on every page. Texts refer to places of the docs as
 * `#createTestRun` or `#createTestRun/body/title`, whichever page has them.
 */
export type PageOf = (address: string) => string | undefined;

export function createPageOf({ operations, guides }: DocsContent): PageOf {
  const pages = new Set([...operations, ...guides].map(({ id }) => id));
  return (address) => {
    const [owner = ""] = address.split("/");
    if (pages.has(owner)) return owner;
    if (/^(error-|headers$)/.test(owner) && pages.has("errors")) return "errors";
    return /^(overview$|tag-)/.test(owner) ? "index" : undefined;
  };
}

/** Rewrites the links of a page to lead to the pages of their targets. */
export function linkPages(html: string, page: string, pageOf: PageOf): string {
  return html.replaceAll(/ href="#([^"]+)"/g, (link, address: string) =>
    pageOf(address) === page ? link : ` href="${hrefOf(address, pageOf)}"`,
  );
}

/** Returns the address of a place, as seen from another page. */
export function hrefOf(address: string, pageOf: PageOf): string {
  const page = pageOf(address);
  if (page === undefined) return `#${address}`;
  return `${page}.html${page === address || address === "overview" ? "" : `#${address}`}`;
}
