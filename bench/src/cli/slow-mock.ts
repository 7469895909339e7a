import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { createMockFetch } from "@testsigma-tms/mock";

const host = "https://test-management.testsigma.com";
const collection = `${host}/api/v1/projects/c47ade67-0543-4582-a4a5-b7de447c94f5/test_cases`;
const seededCases = 5;

/** Starts the mock with memory, this number of test cases, and this latency for every response. */
export async function startSlowMock(options: { cases: number; latencyMs: number; pages?: "url" | "cursor" }) {
  const { cases, latencyMs, pages = "url" } = options;
  const mock = createMockFetch({ state: { casesAfterReads: 0, pages } });
  const headers = { authorization: "Bearer any", "content-type": "application/json" };
  const { data } = await (await mock(`${collection}?page_size=1`, { headers })).json();
  const { id: _, human_id: __, created_at: ___, updated_at: ____, ...testCase } = data.test_cases[0];
  for (let number = seededCases + 1; number <= cases; number++) {
    const body = JSON.stringify({ ...testCase, title: `Case ${number}` });
    const { status } = await mock(collection, { method: "POST", headers, body });
    if (status >= 300) throw new Error(`Test case ${number} was not created: ${status}.`);
  }
  const seen = { requests: 0 };
  const server = createServer(async (request, response) => {
    seen.requests++;
    const { method = "GET", url = "/" } = request;
    const [body] = await Promise.all([buffer(request), delay(latencyMs)]);
    const headers = { authorization: "Bearer any", "content-type": request.headers["content-type"] ?? "" };
    const mocked = await mock(`${host}${url}`, { method, headers, ...(body.length > 0 && { body }) });
    response.writeHead(mocked.status, Object.fromEntries(mocked.headers)).end(await mocked.bytes());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return Object.assign(seen, {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  });
}
