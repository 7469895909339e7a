import { responseFor } from "@testsigma-tms/spec/reader/browser";
import type { MockOperation } from "../api.js";
import { toHeader, type Violation } from "../check/violation.js";
import { mediaTypeOf } from "../choose/choose.js";
import { type MockResponse, toMockResponse } from "../http/response.js";
import type { Responses } from "./responses.js";

/** Makes the response to a request that does not match the spec: an error body of the spec that says what is wrong. */
export function invalidResponse(
  operation: MockOperation,
  violations: Violation[],
  details: string,
  preferredStatus: 400 | 422,
  responses: Responses,
): MockResponse {
  const status = [preferredStatus, 422, 400].find((code) => responseFor(operation, code)) ?? preferredStatus;
  const headers = { "sl-violations": toHeader(violations) };
  return errorResponse(
    operation,
    { status, message: "The request does not match the spec", details },
    responses,
    headers,
  );
}

/** Makes an error response with a body that matches the spec for its status. */
export function errorResponse(
  operation: MockOperation,
  error: { status: number; message: string; details: string },
  responses: Responses,
  headers: Record<string, string> = {},
): MockResponse {
  const { status } = error;
  const bodies = errorBodies(error);
  const mediaType = mediaTypeOf(operation, status);
  if (mediaType === undefined) return toMockResponse({ status }, bodies[1], headers);
  const choice = { status, mediaType };
  const content = bodies.find((body) => responses.check(operation, choice, body).length === 0);
  const all = { ...responses.headersOf(operation, status), ...headers };
  if (content !== undefined) return toMockResponse(choice, content, all);
  const example = responses.fromExample(operation, choice);
  return { ...example, headers: { ...example.headers, ...headers } };
}

/** Returns the error in each of the service's three shapes, most detailed first. */
function errorBodies({ status: code, message, details }: { status: number; message: string; details: string }) {
  return [
    { message, errors: { code, message, details } },
    { code, message: `${message}: ${details}` },
    { message: `${message}: ${details}` },
  ] as const;
}
