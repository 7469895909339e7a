import type { Operation } from "../document/operation.js";
import { type RecordedRequest, redacted } from "./journal.js";

/** Hides the keys that an operation takes elsewhere than in `Authorization`. */
export function redactKeys(record: RecordedRequest, { prism }: Operation): void {
  for (const scheme of (prism.security ?? []).flat()) {
    if (scheme.type !== "apiKey") continue;
    const header = scheme.name.toLowerCase();
    if (header in record.headers) record.headers = { ...record.headers, [header]: redacted };
    if (scheme.name in record.query) record.query = { ...record.query, [scheme.name]: redacted };
  }
}
