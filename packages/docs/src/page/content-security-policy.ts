import { createHash } from "node:crypto";

export interface PolicyOptions {
  /** The text of the style element. */
  style: string;
  /** The texts of the script elements. */
  scripts: string[];
  /** Allows scripts in files beside the page, too. */
  ownFiles?: boolean;
}

/**
 * Returns the policy of a page. Only the template's scripts may run, never anything that a text of the spec brought
 * into the page. The page may connect to this machine only, for the mock.
 */
export function contentSecurityPolicy({ style, scripts, ownFiles = false }: PolicyOptions): string {
  return [
    "default-src 'none'",
    `script-src ${[...(ownFiles ? ["'self'"] : []), ...scripts.map(hashSource)].join(" ")}`,
    `style-src ${hashSource(style)}`,
    "img-src 'self' data:",
    "connect-src http://127.0.0.1:* http://localhost:*",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Returns the source expression that allows an inline script or style with a given text. */
export const hashSource = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
