/** The mock's own answers have the shape of the service's own: `{ code, message }`. */
export function codedError(code: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code, message }, { status: code, headers });
}

/** Thrown inside the handler to answer with {@link codedError}. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code: number;
  readonly headers: Record<string, string>;

  constructor(code: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.code = code;
    this.headers = headers;
  }
}
