import { bodyText, contentType, parseJson, type ReceivedResponse, unusable } from "../transport/response.js";
import { findMissing, type OperationRoute, type Shape } from "./route.js";

/** Returns the documented body of a successful response; throws if the body is a different one. */
export function readResult(response: ReceivedResponse, { result, empty, returns }: OperationRoute): unknown {
  const { status, headers, bytes } = response;
  if (returns === "blob") return new Blob([bytes as BlobPart], { type: headers.get("content-type") ?? "" });
  const text = bodyText(response);
  if (returns === "text") return text;
  if (result === undefined || (text === "" && empty?.includes(status))) return undefined;

  const body = parseJson(text);
  const missing = findMissing(body, result);
  if (missing === undefined) return body;
  throw unusable(status, `body lacks ${missing || `${describeShape(result)} ${contentType(response)}`}`);
}

const describeShape = (shape: Shape) =>
  shape === null ? "JSON" : Array.isArray(shape) ? "a JSON array" : "a JSON object";
