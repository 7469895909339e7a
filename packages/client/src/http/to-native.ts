import { type Hide, hideInHeaders } from "../errors/hide-secrets.js";
import { bodyText, contentType, parseJson, type ReceivedResponse, unusable } from "../transport/response.js";

/** Tells whether a `Response` can have a status: some runtimes accept statuses that `Response` rejects. */
export const isNativeStatus = (status: number) => status >= 200 && status < 600;

/** Throws if a success is not JSON: other clients would throw a `SyntaxError` that does not mention the call. */
export function requireJson(response: ReceivedResponse): void {
  const text = bodyText(response);
  if (text && parseJson(text) === undefined)
    throw unusable(response.status, `body is not JSON ${contentType(response)}`);
}

/** Creates a `Response`. Secrets in the body of a failure are hidden, because a server may repeat the key there. */
export function toNative(response: ReceivedResponse, hide: Hide): Response {
  const { status, ok, bytes, url } = response;
  // Some statuses must have no body, not even an empty one (Fetch standard, "null body status").
  const body = bytes.length === 0 ? null : ok ? (bytes as BodyInit) : hide(bodyText(response));
  const headers = ok ? response.headers : hideInHeaders(response.headers, hide);
  const native = new Response(body, { status, headers });
  // It counts the bytes before decompression; openapi-fetch takes an empty body of a stated length for broken JSON.
  native.headers.delete("content-length");
  return Object.defineProperty(native, "url", { value: url });
}
