import { parseAccept } from "hono/utils/accept";
import { type Operation, responseFor } from "./operation.js";
import { Refusal } from "./refusal.js";

/** The media type to answer with, JSON by preference; `undefined` for a response without content, 406 where none is acceptable. */
export function chooseMediaType(operation: Operation, status: number, accept: string | null): string | undefined {
  const contents = responseFor(operation, status)?.contents ?? [];
  const offered = contents.map(({ mediaType }) => mediaType).sort((a, b) => Number(isJson(b)) - Number(isJson(a)));
  if (offered.length === 0 || !accept?.trim()) return offered[0];
  const ranges = parseAccept(accept).filter(({ q }) => q > 0);
  for (const { type } of ranges) {
    const found = offered.find((mediaType) => fits(mediaType, type));
    if (found) return found;
  }
  throw new Refusal(406, `Accept: ${operation.id} answers ${offered.join(" or ")}.`);
}

/** Whether JSON goes by this media type: `application/json`, or one that ends in `+json`. */
export const isJson = (mediaType: string) => /^application\/(.+\+)?json\b/i.test(mediaType);

/** Whether a media type fits a range such as `text/*`; parameters do not count. */
export function fits(mediaType: string, range: string): boolean {
  const [name = ""] = mediaType.toLowerCase().split(";");
  const [wanted = ""] = range.toLowerCase().split(";");
  const [type] = name.split("/");
  return wanted === "*/*" || wanted === "*" || wanted.trim() === name.trim() || wanted.trim() === `${type}/*`;
}
