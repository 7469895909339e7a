import type { ClientOptions, TestsigmaClient } from "@testsigma-tms/client";

/** Creates a client that was written without thinking of failure: the rig must find each of its faults. */
export function createCarelessClient({ apiKey, baseUrl, fetch = globalThis.fetch }: ClientOptions): TestsigmaClient {
  const send = async (projectId: string, body: string): Promise<unknown> => {
    const key = String(apiKey);
    let url = `${baseUrl}/projects/${projectId}/test_runs`;
    let init: RequestInit = { method: "POST", body };
    for (let attempts = 1; ; attempts++) {
      const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
      const response = await fetch(url, { ...init, headers, redirect: "manual" });
      const location = response.headers.get("location");
      if (location) {
        url = new URL(location, url).href;
        init = response.status === 301 ? { method: "GET" } : init;
      } else if (response.status < 500) {
        return await response.json();
      } else if (attempts === 3) {
        throw new Error(`${response.status} for Bearer ${key}`);
      }
    }
  };
  const createTestRun = (input: { project_id: string }): Promise<unknown> =>
    send(input.project_id, JSON.stringify(input));
  return { createTestRun } as unknown as TestsigmaClient;
}
