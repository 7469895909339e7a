import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { createMockFetch } from "@testsigma-tms/mock";

const host = "https://test-management.testsigma.com/api/v1";
const project = "/projects/c47ade67-0543-4582-a4a5-b7de447c94f5";
const seededCases = 5;

/** Starts the mock with memory, this number of test cases, and this latency for every response. */
export async function startSlowMock({
  cases,
  latencyMs,
  pages = "url",
}: {
  cases: number;
  latencyMs: number;
  pages?: "url" | "cursor";
}) {
  const mock = createMockFetch({ state: { casesAfterReads: 0, pages } });
  const headers = { authorization: "Bearer any", "content-type": "application/json" };
  const { data } = await (await mock(`${host}${project}/test_cases?page_size=1`, { headers })).json();
  const { id: _, human_id: __, created_at: ___, updated_at: ____, ...testCase } = data.test_cases[0];
  for (let number = seededCases + 1; number <= cases; number++) {
    const body = JSON.stringify({ ...testCase, title: `Case ${number}` });
    const response = await mock(`${host}${project}/test_cases`, { method: "POST", headers, body });
    if (!response.ok) throw new Error(`test case ${number}: ${response.status} ${await response.text()}`);
  }
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const { method = "GET", url = "/" } = request;
    requests.push(`${method} ${url}`);
    const [body] = await Promise.all([buffer(request), delay(latencyMs)]);
    const given = new Headers(
      Object.entries(request.headers).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
    );
    given.delete("host");
    const mocked = await mock(host.replace("/api/v1", url), {
      method,
      headers: given,
      ...(body.length > 0 && { body }),
    });
    response.writeHead(mocked.status, Object.fromEntries(mocked.headers)).end(Buffer.from(await mocked.arrayBuffer()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/api/v1`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
