/**
 * Parses a `Prefer` header (RFC 7240). Returns preferences by name in lower case; the first of a name counts, one without a
 * value is `true`, and parameters are left out.
 */
export function parsePrefer(header: string): Map<string, string | true> {
  const preferences = new Map<string, string | true>();
  for (const [element] of header.matchAll(/(?:"[^"]*"?|[^,"])+/g)) {
    const [preference = ""] = /^(?:"[^"]*"?|[^;"])*/.exec(element) ?? [];
    const [name = "", ...value] = preference.split("=").map((part) => part.trim());
    const text = value.join("=").replace(/^"(.*)"$/s, "$1");
    if (!preferences.has(name.toLowerCase())) preferences.set(name.toLowerCase(), text || true);
  }
  return preferences;
}
