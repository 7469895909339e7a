import type { Operation, Spec } from "@testsigma-tms/codegen";
import { type OpenApiDocument, startMock } from "@testsigma-tms/mock";

/** More would take minutes, and are of the same kinds. */
const maxCalls = 300;

/**
 * Starts the mock with a document, and calls operations from its whole length. Resolves to how many were called; rejects
 * where one gets no response, or one that is the mock's own failure. A faulty operation that says so is taken.
 */
export async function callMock({ document, operations }: Spec): Promise<string> {
  await using mock = await startMock({ spec: document as unknown as OpenApiDocument });
  const step = Math.ceil(operations.length / maxCalls);
  const called = operations.filter((_, index) => index % step === 0);
  const statuses = new Map<string, number>();
  for (const operation of called) {
    // A documented redirect leads to other hosts.
    const response = await fetch(mock.url + pathOf(operation), { ...initOf(operation), redirect: "manual" });
    const text = await response.text();
    if (text.includes("The mock failed")) throw new Error(`${operation.method} ${operation.path}: ${text}`);
    const kind = response.status === 500 && text.includes("is broken") ? "faulty" : `${String(response.status)[0]}xx`;
    statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
  }
  const counts = [...statuses].sort().map(([kind, count]) => `${count} × ${kind}`);
  return `${called.length} calls: ${counts.join(", ")}`;
}

function pathOf({ path, parameters }: Operation): string {
  const required = parameters.filter(({ in: place, required }) => place === "query" && required);
  const query = required.map(({ name }) => `${encodeURIComponent(name)}=1`).join("&");
  return path.replaceAll(/\{[^}]+\}/g, "1") + (query && `?${query}`);
}

function initOf({ method, requestBody }: Operation): RequestInit {
  const [content] = requestBody?.content ?? [];
  const hasBody = content && method !== "GET" && method !== "HEAD";
  return {
    method,
    headers: { Authorization: "Bearer any-key", ...(hasBody && { "Content-Type": content.mediaType }) },
    ...(hasBody && { body: "{}" }),
  };
}
