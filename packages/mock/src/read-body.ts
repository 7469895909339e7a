import { Refusal } from "./coded-error.js";
import type { Operation } from "./operation.js";

/** Reads and parses the body of a request, or refuses it: 413 too large, 415 media type, 400 malformed. */
export async function readBody(request: Request, operation: Operation, limit: number): Promise<unknown> {
  const bytes = await readBytes(request, limit);
  if (bytes.length === 0) return undefined;
  const type = mediaTypeOf(request, operation);
  return isJson(type) ? parseJson(bytes) : decode(bytes);
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new Refusal(413, `The body is larger than the mock's limit of ${limit} bytes.`);
  if (Number(request.headers.get("content-length")) > limit) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body) {
    length += chunk.length;
    if (length > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Prism checks the media type only where the request has a `content-length`, and throws on one that does not parse. */
function mediaTypeOf(request: Request, { method, path, prism }: Operation): string {
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity") throw new Refusal(415, `The mock takes no Content-Encoding; given: ${encoding}.`);
  const allowed = (prism.request?.body?.contents ?? []).map((content) => content.mediaType);
  if (allowed.length === 0) throw new Refusal(415, `${method} ${path} takes no body.`);
  const given = request.headers.get("content-type");
  const [, type = "", parameters = ""] = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)\s*((?:;.*)?)$/.exec(given ?? "") ?? [];
  if (!allowed.some((pattern) => matches(type.toLowerCase(), pattern))) {
    throw new Refusal(415, `Content-Type must be ${allowed.join(" or ")}; given: ${given ?? "none"}.`);
  }
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(parameters)?.[1] ?? "utf-8";
  if (!/^(utf-?8|us-ascii)$/i.test(charset)) throw new Refusal(415, `The charset must be utf-8; given: ${charset}.`);
  return type.toLowerCase();
}

/** Whether a media type fits one of the document, which may be a range such as `text/*`. */
function matches(type: string, pattern: string): boolean {
  const range = pattern.split(";")[0]?.trim().toLowerCase() ?? "";
  return (
    type !== "" && (range === "*/*" || range === type || (range.endsWith("/*") && type.startsWith(range.slice(0, -1))))
  );
}

const isJson = (type: string) => /^application\/(.+\+)?json$/.test(type);

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, "The body is not valid UTF-8.");
  }
}

function parseJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(400, `The body is not valid JSON: ${(error as Error).message}.`);
  }
}
