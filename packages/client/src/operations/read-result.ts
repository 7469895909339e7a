import { Failure } from "../errors/failure.js";
import { ResponseError } from "../errors/transport-errors.js";
import { type ReceivedResponse, textOf } from "../transport/response.js";
import { findMissing, type OperationRoute, type Shape } from "./route.js";

/** The documented body of a successful response; throws where it is another. */
export function readResult(response: ReceivedResponse, { result, empty, returns }: OperationRoute): unknown {
  const { status, headers, chunks } = response;
  if (returns === "blob") {
    return new Blob(chunks as BlobPart[], { type: headers.get("content-type") ?? "" });
  }
  const text = textOf(response);
  if (returns === "text") return text;
  if (result === undefined || (text === "" && empty?.includes(status))) return undefined;

  const body = parseJson(text);
  const missing = findMissing(body, result);
  if (missing === undefined) return body;
  const what = missing || `${kindOf(result)} (${headers.get("content-type") ?? "no content type"})`;
  throw new Failure("unusable", ResponseError, `${status}: body lacks ${what}`, { status });
}

const kindOf = (shape: Shape) => (shape === null ? "JSON" : Array.isArray(shape) ? "a JSON array" : "a JSON object");

/** Parses JSON; `undefined` for what is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
