/** Thrown to answer without the document, in the shape of the service's own errors: `{ code, message }`. */
export class Rejection extends Error {
  override name = "Rejection";
  readonly code: number;
  readonly headers: Record<string, string>;

  constructor(code: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.code = code;
    this.headers = headers;
  }

  toResponse(): Response {
    const { code, message, headers } = this;
    return Response.json({ code, message }, { status: code, headers });
  }
}
