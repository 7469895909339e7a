import { type Operation, responseFor } from "../document/operation.js";
import { Rejection } from "./rejection.js";

/** The media type to respond with, JSON by preference; `undefined` for a response without content, 406 where none is acceptable. */
export async function chooseMediaType(
  operation: Operation,
  status: number,
  accept: string | null,
): Promise<string | undefined> {
  const contents = responseFor(operation, status)?.contents ?? [];
  const offered = contents.map(({ mediaType }) => mediaType).sort((a, b) => Number(isJson(b)) - Number(isJson(a)));
  if (offered.length === 0 || !accept?.trim() || accept === "*/*") return offered[0];
  // Parameters other than the weight, such as a charset, would keep Negotiator from matching.
  const ranges = accept.replace(/;\s*(?!q\s*=)[^;,]*/gi, "");
  const accepted = await firstAccepted(ranges, offered);
  if (accepted === undefined) {
    throw new Rejection(406, `Accept: ${operation.id} responds with ${offered.join(" or ")}; given: ${accept}.`);
  }
  return accepted;
}

/** Whether a media type is JSON: `application/json`, or one that ends in `+json`. */
export const isJson = (mediaType: string) => /^application\/(.+\+)?json\b/i.test(mediaType);

/** Whether a media type is in a range such as `text/*`; parameters do not count. */
export const isInRange = async (mediaType: string, range: string): Promise<boolean> =>
  (await firstAccepted(range, [mediaType])) !== undefined;

/** Loads the negotiator when it is first needed: most requests accept anything. */
async function firstAccepted(accept: string, offered: string[]): Promise<string | undefined> {
  const { default: Negotiator } = await import("negotiator");
  return new Negotiator({ headers: { accept } }).mediaType(offered);
}
