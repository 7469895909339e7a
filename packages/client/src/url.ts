/** Returns whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return /^((.+\.)?localhost|127[.\d]+|\[?::1]?)$/.test(hostname);
}

/** Returns a URL for use in an error: without credentials, query and fragment. */
export function publicUrl(url: string | URL): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** Returns whether a URL is safe to send a key to: over https, or over plain http that stays on this machine. */
export function isSafeUrl({ protocol, hostname, username, password }: URL): boolean {
  return !username && !password && (protocol === "https:" || (protocol === "http:" && isLoopback(hostname)));
}

/** Removes credentials from every URL in a text. */
export function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^\s/?#@]*@/g, "//");
}
