/** Reads `Retry-After` (RFC 9110, section 10.2.3), seconds or a date, as milliseconds from now; ignores anything else. */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Date.parse takes "-5" and "1.5" for dates; an HTTP date ends in GMT.
  const ms = value.endsWith("GMT") ? Date.parse(value) - Date.now() : NaN;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
