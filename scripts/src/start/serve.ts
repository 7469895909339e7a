import { type CreateTestRunResult, createClient } from "@testsigma-tms/client";
import { serveDocs } from "@testsigma-tms/docs";
import { startMock } from "@testsigma-tms/mock";
import { createTestRunExample } from "./create-test-run-example.ts";

/** The running servers, and a test run that was created on the mock. */
export interface Served {
  /** `undefined` if only the docs were started, as is `testRun`. */
  mockUrl?: string | undefined;
  testRun?: CreateTestRunResult["data"]["test_run"] | undefined;
  /** `undefined` if only the mock was started. */
  docsUrl?: string | undefined;
  close(): Promise<void>;
}

/** Serves the mock with memory and the docs, each on its port or the next free one, and creates today's test run. */
export async function serve(ports: { mock: number; docs: number }, only?: "mock" | "docs"): Promise<Served> {
  await using servers = new AsyncDisposableStack();
  const startMockAt = (port: number) => startMock({ port, cors: true, state: true });
  const mock = only === "docs" ? undefined : servers.use(await onNextFreePort(ports.mock, startMockAt));
  const docs =
    only === "mock" ? undefined : servers.use(await onNextFreePort(ports.docs, (port) => serveDocs({ port })));
  const created =
    mock &&
    (await createClient({ apiKey: "any-key", baseUrl: mock.url }).createTestRun(
      createTestRunExample("regression_suite", "Nightly regression"),
    ));

  const running = servers.move();
  return {
    mockUrl: mock?.url,
    docsUrl: docs?.url,
    testRun: created?.data.test_run,
    close: () => running.disposeAsync(),
  };
}

/** Calls `listen` with a port and, while that is in use, with the next one, until one is free. */
async function onNextFreePort<Server>(port: number, listen: (port: number) => Promise<Server>): Promise<Server> {
  try {
    return await listen(port);
  } catch (error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
      if ("code" in cause && cause.code === "EADDRINUSE") return onNextFreePort(port + 1, listen);
    }
    throw error;
  }
}
