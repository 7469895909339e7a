import { parseJson, type ReceivedResponse, textOf, typeOf, unusable } from "../transport/response.js";
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
  throw unusable(status, `body lacks ${missing || `${kindOf(result)} ${typeOf(response)}`}`);
}

const kindOf = (shape: Shape) => (shape === null ? "JSON" : Array.isArray(shape) ? "a JSON array" : "a JSON object");
