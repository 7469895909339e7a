import { createMockFetch, type MockOptions } from "../src/index.js";

export const projectId = "c47ade67-0543-4582-a4a5-b7de447c94f5";
export const path = `/api/v1/projects/${projectId}/test_runs`;

export const smallestRun = {
  title: "Nightly regression",
  status: "ACTIVE",
  project_id: projectId,
  selection_type: "STATIC",
  static_selection_filters: [{ field: "id", operator: "IN", values: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"] }],
};

export interface Sent {
  body?: NonNullable<RequestInit["body"]> | null;
  headers?: Record<string, string>;
  method?: string;
  path?: string;
  signal?: AbortSignal;
}

/** Sends a request that creates a run; the second argument overrides parts of it. */
export function createRun(
  send: (url: string, init: RequestInit) => Promise<Response>,
  { path: other = path, headers = {}, ...init }: Sent = {},
): Promise<Response> {
  return send(`http://mock.test${other}`, {
    method: "POST",
    headers: { Authorization: "Bearer any", "Content-Type": "application/json", ...headers },
    body: JSON.stringify(smallestRun),
    ...init,
  });
}

/** Makes a function that sends requests for the in-process mock to a server instead. */
export const to = (server: string) => (url: string, init: RequestInit) =>
  fetch(new URL(url.replace("http://mock.test", ""), server), init);

/** Sends a request that creates a run to a mock of its own; resolves to the response and what the mock has recorded. */
export async function ask(sent: Sent = {}, options: MockOptions = {}) {
  const mock = createMockFetch(options);
  return { ...(await read(await createRun(mock, sent))), record: mock.requests[0] };
}

// biome-ignore lint/suspicious/noExplicitAny: tests know the properties that they read.
export type Content = any;

/** Reads a response with a body of JSON, or with none. */
export async function read(response: Response) {
  const text = await response.text();
  const body: Content = text === "" ? undefined : JSON.parse(text);
  return { status: response.status, headers: response.headers, body };
}
