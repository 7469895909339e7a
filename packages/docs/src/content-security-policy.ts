import { createHash } from "node:crypto";

/**
 * The policy of a self-contained page: nothing is loaded, no connection is made, and only the scripts that are in the page
 * run. `connect` opens connections to the page's own server, for the reload of a page under work.
 */
export function contentSecurityPolicy(html: string, { connect = "'none'" } = {}): string {
  const hashes = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, source = ""]) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${[...new Set(hashes)].join(" ")}`,
    // Redoc's search runs in a worker made from text.
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
