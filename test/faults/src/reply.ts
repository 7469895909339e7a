/**
 * What the rig does with one request, as plain data: a script crosses the control endpoint as JSON, so that a client in
 * another runtime can order it with nothing but `fetch`.
 */
export interface Reply {
  /** The rig executes the request before it responds. Default: it does not. */
  executes?: boolean;
  /** The share of the request's body that the rig reads before it responds. Default: all of it. */
  reads?: number;
  /** Default: the documented one of the operation. Any three digits; the rig does not care whether HTTP knows them. */
  status?: number;
  /** `{path}` and `{id}` stand for the request's own; `{date+2}` for the HTTP date in two seconds. */
  headers?: Record<string, string>;
  /** Default: empty. */
  body?: Body;
  /** How the end of the body is marked. Default `content-length`. */
  framing?: "content-length" | "chunked" | "until-close";
  /** These characters go out instead of a status line, headers and a body. */
  raw?: string;
  /** The response stops here. */
  cut?: Cut;
  /** The body goes out in pieces of so many bytes. */
  drip?: { bytes: number; everyMs: number };
  /** A connection that served another request before is reset when this one arrives, as when it was idle for too long. */
  needsNewConnection?: boolean;
  /**
   * The connection stays open for the next request, even if this one asked to close it. Default: the rig closes it, so that no
   * fault touches another.
   */
  keepAlive?: boolean;
}

export interface Body {
  /** Default: the documented response of the operation. */
  text?: string;
  /** Default `utf8`. */
  encoding?: "utf8" | "utf16le" | "latin1";
  byteOrderMark?: boolean;
  compression?: "gzip" | "br" | "deflate";
  /** So many blanks follow, which JSON allows. */
  blanks?: number;
}

export interface Cut {
  /** A number is the share of the response that is sent, from 0 to 1. */
  at:
    | "before the response"
    | "inside the headers"
    | "before the body"
    | "inside the body"
    | "before the last chunk"
    | "after the body"
    | number;
  /** A half-closed connection still accepts requests and cannot respond. */
  by: "stalling" | "resetting" | "closing" | "half-closing";
}

/** The request is executed and the documented response is sent. */
export function success(change: Partial<Reply> = {}): Reply {
  return {
    executes: true,
    headers: { "content-type": "application/json" },
    body: {},
    ...change,
  };
}

/** Nothing is executed; the response is a status and JSON. */
export function jsonReply(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: { text: JSON.stringify(body) },
  };
}

/** Nothing is executed; the response redirects the client. */
export function redirect(status: number, location?: string): Reply {
  return {
    status,
    headers: { "content-type": "text/html", ...(location !== undefined && { location }) },
    body: { text: "<html>Moved</html>" },
  };
}

/** The live service's rate limit, as observed. */
export function rateLimited(headers: Record<string, string> = {}): Reply {
  return jsonReply(
    500,
    { message: "rate limit exceeded" },
    { "x-tms-api-limit": "10", "x-tms-api-remaining": "0", ...headers },
  );
}
