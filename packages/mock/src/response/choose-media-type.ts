import { type Operation, responseFor } from "../api/operation.js";
import { isJson } from "../http/media-type.js";
import { Rejection } from "../http/rejection.js";

/**
 * Chooses the media type of the response, preferably JSON; `undefined` if the response has no content. Rejects with 406
 * if the caller accepts none.
 */
export async function chooseMediaType(
  operation: Operation,
  status: number,
  accept: string | null,
): Promise<string | undefined> {
  const contents = responseFor(operation, status)?.contents ?? [];
  const offered = contents.map(({ mediaType }) => mediaType).sort((a, b) => Number(isJson(b)) - Number(isJson(a)));
  if (offered.length === 0 || !accept?.trim() || accept === "*/*") return offered[0];
  // Most requests accept anything and need no negotiation.
  const { default: Negotiator } = await import("negotiator");
  // Parameters other than the weight, such as a charset, would keep Negotiator from matching.
  const ranges = accept.replace(/;\s*(?!q\s*=)[^;,]*/gi, "");
  const accepted = new Negotiator({ headers: { accept: ranges } }).mediaType(offered);
  if (accepted !== undefined) return accepted;
  throw new Rejection(406, `Accept: ${operation.id} responds with ${offered.join(" or ")}; given: ${accept}.`);
}
