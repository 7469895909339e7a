import { bodyLimitOf, collector, type MockRequest } from "../http/request.js";
import type { MockResponse } from "../http/response.js";

export async function readFetchRequest(request: Request, bodyLimit: number | undefined): Promise<MockRequest> {
  const { method, signal } = request;
  const headers = Object.fromEntries(request.headers);
  const { add, bytes } = collector(bodyLimitOf(headers, bodyLimit));
  const reader = request.body?.getReader();
  // Never cancels the stream: where the body is a form, Node would throw an error that cannot be caught.
  let next = await reader?.read();
  while (next && !next.done && add(next.value)) next = await reader?.read();
  return { method, url: new URL(request.url), headers, bytes: bytes(), signal };
}

export function toFetchResponse({ status, headers, body }: MockResponse): Response {
  return new Response(body, { status, headers });
}
