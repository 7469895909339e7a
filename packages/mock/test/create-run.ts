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
