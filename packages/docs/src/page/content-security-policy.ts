import { createHash } from "node:crypto";

export interface PolicyOptions {
  /** Text of the style element. */
  style: string;
  /** Texts of the script elements. */
  scripts: string[];
  /** Whether scripts in files beside the page may run too. */
  ownFiles?: boolean;
}

/**
 * Returns the policy of a page. Only scripts that the template brings run, never what a text of the spec could have brought
 * into the finished page. The page connects to this machine only, for the mock.
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

/** Returns the source expression that allows an inline script or style with this text. */
export const hashSource = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
