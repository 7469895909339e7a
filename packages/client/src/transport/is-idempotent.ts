const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const idempotentMethods = new Set([...safeMethods, "PUT", "DELETE"]);

/** Tells whether a method changes nothing at all (RFC 9110, section 9.2.1). */
export const isSafe = (method: string) => safeMethods.has(method);

/** Tells whether a second execution of a method changes nothing more (RFC 9110, section 9.2.2). */
export const isIdempotent = (method: string) => idempotentMethods.has(method);
