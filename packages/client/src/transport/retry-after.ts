/**
 * Reads `Retry-After` (RFC 9110, section 10.2.3), seconds or a date, as milliseconds from now; ignores anything else. A
 * date is measured against the one of the response, whose clock may differ from this machine's.
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Date.parse takes "-5" and "1.5" for dates; an HTTP date ends in GMT.
  const date = value.endsWith("GMT") ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(date)) return undefined;
  const now = Date.parse(headers.get("date") ?? "") || Date.now();
  return Math.max(0, date - now);
}
