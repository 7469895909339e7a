/**
 * The rig's reply to one request, as plain data: a script is sent to the control endpoint as JSON, so that a client in
 * another runtime can order it with nothing but `fetch`.
 */
export interface Reply {
  /** Set if the rig executes the request before it responds. Default: it does not. */
  executes?: boolean;
  /** The share of the request's body that the rig reads before it responds. Default: all of it. */
  reads?: number;
  /** The status. Default: the documented one of the operation. */
  status?: number;
  /** The headers; `{path}` is a placeholder for that of the request. */
  headers?: Record<string, string>;
  /** The body. Default: empty. */
  body?: Body;
  /** Sends the body as one chunk, instead of with its length. */
  isChunked?: boolean;
  /** Characters to send instead of a status line, headers and a body. */
  raw?: string;
  /** The place where the response stops. */
  cut?: Cut;
  /** Resets a connection that already served a request when this one arrives, as if it had been idle for too long. */
  needsNewConnection?: boolean;
  /**
   * Keeps the connection open for the next request, even if this one asked to close it. Default: the rig closes it, so
   * that faults do not affect each other.
   */
  keepAlive?: boolean;
}

export interface Body {
  /** The text. Default: the documented response of the operation. */
  text?: string;
  gzip?: boolean;
}

export interface Cut {
  /** The place of the cut. A number is the share of the response that is sent, from 0 to 1. */
  at:
    | "before the response"
    | "inside the headers"
    | "before the body"
    | "inside the body"
    | "before the last chunk"
    | "after the body"
    | number;
  /** The way in which the response is cut. A half-closed connection still accepts requests but cannot respond. */
  by: "stalling" | "resetting" | "closing" | "half-closing";
}

export const jsonType = { "content-type": "application/json" };

/** Returns a reply that executes the request and sends the documented response. */
export function success(change: Partial<Reply> = {}): Reply {
  return { executes: true, headers: jsonType, body: {}, ...change };
}

/** Returns a reply that executes nothing and sends a status and JSON. */
export function jsonReply(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return { status, headers: { ...jsonType, ...headers }, body: { text: JSON.stringify(body) } };
}

/** Returns a reply that executes nothing and redirects the client. */
export function redirect(status: number, location: string): Reply {
  return { status, headers: { "content-type": "text/html", location }, body: { text: "<html>Moved</html>" } };
}

/** Returns the live service's reply to exceeding the rate limit, as observed. */
export function rateLimited(headers: Record<string, string> = {}): Reply {
  const observed = { "x-tms-api-limit": "10", "x-tms-api-remaining": "0" };
  return jsonReply(500, { message: "rate limit exceeded" }, { ...observed, ...headers });
}

/** Returns the change that cuts a response. */
export function cut(at: Cut["at"], by: Cut["by"]): Partial<Reply> {
  return { cut: { at, by } };
}
