import { isNode } from "../document/node.js";
import type { Operation } from "../document/operation.js";
import { fill, restore, type Sent } from "./fill.js";
import { type Choice, type MockResponse, toMockResponse } from "./mock-response.js";
import { page } from "./page.js";
import type { Responses } from "./responses.js";

/** A response with the warning that belongs to it. */
interface Adapted {
  response: MockResponse;
  warning?: string;
}

/** What was made of a documented response, by the URL: without a body, nothing else counts. */
const adaptedByUrl = new WeakMap<MockResponse, Map<string, Adapted>>();
const maxUrls = 100;

/**
 * Makes a documented response agree with its request, as far as the spec lets it. Has a warning where it keeps documented
 * values.
 */
export function adaptResponse(
  response: MockResponse,
  operation: Operation,
  choice: Choice,
  sent: Sent,
  url: URL,
  responses: Responses,
): Adapted {
  if (!isNode(response.content) && !Array.isArray(response.content)) return { response };
  if (sent.body) return adapt();
  const known = adaptedByUrl.get(response) ?? new Map<string, Adapted>();
  adaptedByUrl.set(response, known);
  const adapted = known.get(url.href) ?? adapt();
  if (known.size >= maxUrls) known.clear();
  known.set(url.href, adapted);
  return adapted;

  function adapt(): Adapted {
    const documented = response.content;
    const content = page(fill(documented, sent), operation.items, url);
    const adapted = toMockResponse(choice, content, response.headers);
    // What has not changed was checked already, and the first check of a schema takes long.
    if (adapted.body === response.body) return { response };
    const errors = responses.check(operation, choice, content);
    if (errors.length === 0) return { response: adapted };
    const reasons = errors.map(({ path, message }) => `${path.join(".") || "(root)"} ${message}`);
    const warning = `Response keeps documented values where those of the request do not match: ${reasons.join("; ")}`;
    const places = errors.map(({ path }) => path);
    const restored = restore(content, documented, places);
    const matches = responses.check(operation, choice, restored).length === 0;
    return { response: matches ? toMockResponse(choice, restored, response.headers) : response, warning };
  }
}
