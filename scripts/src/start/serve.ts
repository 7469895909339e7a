import { type CreateTestRunResult, createClient } from "@testsigma-tms/client";
import { serveDocs } from "@testsigma-tms/docs";
import { startMock } from "@testsigma-tms/mock";
import { createTestRunExample } from "./create-test-run-example.ts";
import { onNextFreePort } from "./on-next-free-port.ts";

/** The mock and the docs, both listening, and a test run that was created on the mock. */
export interface Served {
  mockUrl: string;
  docsUrl: string;
  testRun: CreateTestRunResult["data"]["test_run"];
  /** Stops both servers. */
  close(): Promise<void>;
}

/** Serves the mock, with memory, and the docs, each on its port or the next free one, and creates a test run of today. */
export async function serve(ports: { mock: number; docs: number }): Promise<Served> {
  await using servers = new AsyncDisposableStack();
  const mock = servers.use(await onNextFreePort(ports.mock, (port) => startMock({ port, cors: true, state: true })));
  const docs = servers.use(await onNextFreePort(ports.docs, (port) => serveDocs({ port })));

  const testsigma = createClient({ apiKey: "any-key", baseUrl: mock.url });
  const { data } = await testsigma.createTestRun(createTestRunExample("regression_suite", "Nightly regression"));

  const running = servers.move();
  return { mockUrl: mock.url, docsUrl: docs.url, testRun: data.test_run, close: () => running.disposeAsync() };
}
