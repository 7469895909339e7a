import { isNode } from "../document/node.js";
import type { Operation } from "../document/operation.js";
import { fill, restore, type Sent } from "./fill.js";
import { type Choice, type MockResponse, toMockResponse } from "./mock-response.js";
import { page } from "./page.js";
import type { Responses } from "./responses.js";

/**
 * Makes a documented response agree with its request, as far as the spec lets it.
 *
 * @param warn called where it keeps documented values
 */
export function adaptResponse(
  response: MockResponse,
  operation: Operation,
  choice: Choice,
  sent: Sent,
  url: URL,
  responses: Responses,
  warn: (warning: string) => void,
): MockResponse {
  if (!isNode(response.content) && !Array.isArray(response.content)) return response;
  const documented = response.content;
  const adapted = page(fill(documented, sent), operation.items, url);
  if (JSON.stringify(adapted) === response.body) return response;
  const errors = responses.check(operation, choice, adapted);
  if (errors.length === 0) return toMockResponse(choice, adapted, response.headers);
  const reasons = errors.map(({ path, message }) => `${path.join(".") || "(root)"} ${message}`);
  warn(`Response keeps documented values where those of the request do not match: ${reasons.join("; ")}`);
  const places = errors.map(({ path }) => path);
  const restored = restore(adapted, documented, places);
  const matches = responses.check(operation, choice, restored).length === 0;
  return matches ? toMockResponse(choice, restored, response.headers) : response;
}
