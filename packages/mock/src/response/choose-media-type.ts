import Negotiator from "negotiator";
import { type Operation, responseFor } from "../document/operation.js";
import { Rejection } from "./rejection.js";

/** The media type to respond with, JSON by preference; `undefined` for a response without content, 406 where none is acceptable. */
export function chooseMediaType(operation: Operation, status: number, accept: string | null): string | undefined {
  const contents = responseFor(operation, status)?.contents ?? [];
  const offered = contents.map(({ mediaType }) => mediaType).sort((a, b) => Number(isJson(b)) - Number(isJson(a)));
  if (offered.length === 0 || !accept?.trim()) return offered[0];
  // Parameters other than the weight, such as a charset, would keep Negotiator from matching.
  const ranges = accept.replace(/;\s*(?!q\s*=)[^;,]*/gi, "");
  const accepted = new Negotiator({ headers: { accept: ranges } }).mediaType(offered);
  if (accepted === undefined) {
    throw new Rejection(406, `Accept: ${operation.id} responds with ${offered.join(" or ")}; given: ${accept}.`);
  }
  return accepted;
}

/** Whether a media type is JSON: `application/json`, or one that ends in `+json`. */
export const isJson = (mediaType: string) => /^application\/(.+\+)?json\b/i.test(mediaType);

/** Whether a media type is in a range such as `text/*`; parameters do not count. */
export const isInRange = (mediaType: string, range: string): boolean =>
  new Negotiator({ headers: { accept: range } }).mediaType([mediaType]) !== undefined;
