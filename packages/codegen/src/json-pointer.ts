/** Splits a JSON pointer in a URI fragment (RFC 6901, section 6), such as `#/paths/~1users/get`, into its decoded keys. */
export const pointerKeys = (pointer: string): string[] =>
  pointer
    .replace(/^#/, "")
    .split("/")
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));

/** Writes keys as a JSON pointer in a URI fragment: `["paths", "/users"]` is `#/paths/~1users`. */
export const pointerTo = (keys: readonly (string | number)[]): string =>
  `#${keys.map((key) => `/${encodeURIComponent(String(key).replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("")}`;
