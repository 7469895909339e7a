import { createHash } from "node:crypto";

export interface PolicyOptions {
  /** The style as it stands between its tags. */
  style: string;
  /** The same of scripts; without any, files beside the page may run. */
  scripts?: string[];
  /** A further source that the page may connect to. */
  connect?: string | undefined;
}

/**
 * The policy of the page. Only its own scripts run: the ones named here, or files beside it, never what stands in the
 * finished page, where a text of the spec could have brought it. It connects to this machine only, for the mock.
 */
export function contentSecurityPolicy({ style, scripts, connect }: PolicyOptions): string {
  return [
    "default-src 'none'",
    `script-src ${scripts ? scripts.map(hash).join(" ") : "'self'"}`,
    `style-src ${hash(style)}`,
    "img-src 'self' data:",
    ["connect-src http://127.0.0.1:* http://localhost:*", connect].filter(Boolean).join(" "),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const hash = (source: string) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
