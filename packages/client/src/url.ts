/** Tells whether a host is this machine. */
export const isLoopback = (hostname: string) => /^((.+\.)?localhost|127[.\d]+|\[?::1]?)$/.test(hostname);

/** Returns a URL for use in an error: without user, query and hash. */
export const publicUrl = ({ protocol, host, pathname }: URL) => `${protocol}//${host}${pathname}`;

/** Tells whether a URL is safe to send a key to: over https, or over plain http that stays on this machine. */
export const isSafeUrl = ({ protocol, hostname, username, password }: URL) =>
  !username && !password && (protocol === "https:" || (protocol === "http:" && isLoopback(hostname)));
