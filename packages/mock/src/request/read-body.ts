import { parse } from "content-type";
import type { Operation } from "../document/operation.js";
import { fits, isJson } from "../response/choose-media-type.js";
import { Rejection } from "../response/rejection.js";

/**
 * Reads the body of a request, parsed where it is JSON; `undefined` where there is none. Refuses one that is too large
 * (413), of another media type than documented (415) or malformed (400).
 */
export async function readBody(request: Request, operation: Operation, limit: number): Promise<unknown> {
  const bytes = await readBytes(request, limit);
  if (bytes.length === 0) return undefined;
  const mediaType = mediaTypeOf(request.headers, operation);
  const text = decode(bytes);
  return isJson(mediaType) ? parseJson(text) : text;
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new Rejection(413, `The body is larger than the mock's limit of ${limit} bytes.`);
  const announced = request.headers.get("content-length");
  if (Number(announced) > limit) throw tooLarge();
  // What ends for sure is read at once, which is faster than in pieces.
  const bytes = announced === null ? await readPieces(request, limit) : new Uint8Array(await request.arrayBuffer());
  if (bytes.length > limit) throw tooLarge();
  return bytes;
}

/** Stops with the piece that goes beyond the limit. */
async function readPieces({ body }: Request, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length > limit) break;
  }
  return Buffer.concat(pieces);
}

/** Prism looks at the media type only where the request has a `content-length`, and throws on one that does not parse. */
function mediaTypeOf(headers: Headers, { method, path, prism }: Operation): string {
  const encoding = headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity") throw new Rejection(415, `The mock decodes no Content-Encoding; given: ${encoding}.`);
  const allowed = (prism.request?.body?.contents ?? []).map((content) => content.mediaType);
  if (allowed.length === 0) throw new Rejection(415, `${method} ${path} takes no body.`);
  const given = headers.get("content-type");
  const { type: mediaType, parameters } = parse(given ?? "");
  if (!allowed.some((range) => fits(mediaType, range))) {
    throw new Rejection(415, `Content-Type must be ${allowed.join(" or ")}; given: ${given ?? "none"}.`);
  }
  const charset = parameters.charset ?? "utf-8";
  if (!/^(utf-?8|us-ascii)$/i.test(charset)) throw new Rejection(415, `The charset must be utf-8; given: ${charset}.`);
  return mediaType;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Rejection(400, "The body is not valid UTF-8.");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Rejection(400, `The body is not valid JSON: ${(error as Error).message}`);
  }
}
