/** Reads `Retry-After` (RFC 9110, section 10.2.3), seconds or a date, as milliseconds from now; ignores anything else. */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  // Date.parse takes "-5" and "1.5" for dates; an HTTP date ends in GMT.
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(/GMT$/.test(value) ? value : "") - Date.now();
  return ms >= 0 ? ms : ms < 0 ? 0 : undefined;
}
