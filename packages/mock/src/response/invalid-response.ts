import { type Operation, responseFor } from "../api/operation.js";
import { isJson } from "../http/media-type.js";
import { type MockResponse, toMockResponse } from "../http/mock-response.js";
import { summarize, toHeader, type Violation } from "../request/violation.js";
import type { Responses } from "./responses.js";

/** Makes the response to a request that does not match the spec: an error body of the spec that says what is wrong. */
export function invalidResponse(
  operation: Operation,
  violations: Violation[],
  wantedStatus: 400 | 422,
  responses: Responses,
): MockResponse {
  const status = [wantedStatus, 422, 400].find((code) => responseFor(operation, code)) ?? wantedStatus;
  const headers = { "sl-violations": toHeader(violations) };
  const message = "The request does not match the spec";
  return errorResponse(operation, { status, message, details: summarize(violations) }, responses, headers);
}

/** Makes an error response with a body that matches the spec for its status. */
export function errorResponse(
  operation: Operation,
  error: { status: number; message: string; details: string },
  responses: Responses,
  headers: Record<string, string> = {},
): MockResponse {
  const { status } = error;
  const bodies = errorBodies(error);
  const described = responseFor(operation, status);
  const mediaType = described?.contents.find((content) => isJson(content.mediaType))?.mediaType;
  if (!described || mediaType === undefined) {
    return toMockResponse({ status, mediaType: "application/json" }, bodies[1], headers);
  }
  const choice = { status, mediaType };
  const content = bodies.find((body) => responses.check(operation, choice, body).length === 0);
  const example = content === undefined ? responses.fromExample(operation, choice).content : undefined;
  return toMockResponse(choice, content ?? example, { ...described.headers, ...headers });
}

/** Returns the error in each of the service's three shapes, most detailed first. */
function errorBodies({ status: code, message, details }: { status: number; message: string; details: string }) {
  return [
    { message, errors: { code, message, details } },
    { code, message: `${message}: ${details}` },
    { message: `${message}: ${details}` },
  ] as const;
}
