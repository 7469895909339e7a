/** Tells whether a host is this machine. */
export const isLoopback = (hostname: string) => /^((.+\.)?localhost|127[.\d]+|\[?::1]?)$/.test(hostname);

/** Returns a URL as an error shows it: without user, query and hash. */
export const publicUrl = ({ protocol, host, pathname }: URL) => `${protocol}//${host}${pathname}`;

/** Tells whether a key may be sent to a URL at all: by https, or in plain http that stays on this machine. */
export const isSafeUrl = ({ protocol, hostname, username, password }: URL) =>
  !username && !password && (protocol === "https:" || (protocol === "http:" && isLoopback(hostname)));
