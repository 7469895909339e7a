import { readSpec } from "@testsigma-tms/spec/reader";

/** A kind of request that the servers get. */
export interface RequestKind {
  name: string;
  path: string;
  init: { method: "GET" | "POST"; headers: Record<string, string>; body?: string };
  isAccepted: boolean;
}

const { operations } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const [content] = operations.find(({ id }) => id === "createTestRun")?.requestBody?.content ?? [];
const [documented] = Object.values(content?.examples ?? {}).map(({ value }) => value as { project_id: string });
if (documented === undefined) throw new Error("createTestRun has no example of its request.");
const path = `/projects/${documented.project_id}/test_runs`;
const headers = { Authorization: "Bearer any-key", "Content-Type": "application/json" };

/** A create as documented, each with a title of its own; a list; and a create that lacks its properties. */
export const kinds: RequestKind[] = [
  {
    name: "A create",
    path,
    // autocannon replaces the mark by an identifier.
    init: { method: "POST", headers, body: JSON.stringify({ ...documented, title: "Run [<id>]" }) },
    isAccepted: true,
  },
  { name: "A list", path, init: { method: "GET", headers }, isAccepted: true },
  { name: "A rejection", path, init: { method: "POST", headers, body: '{"title":5}' }, isAccepted: false },
];
