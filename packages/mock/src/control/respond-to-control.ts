import type { Mock } from "../create-mock.js";
import { isThisMachine } from "../request/check-host.js";
import type { MockRequest } from "../request/mock-request.js";
import { readBytes } from "../request/read-body.js";
import { type MockResponse, toMockResponse } from "../response/mock-response.js";
import { Rejection } from "../response/rejection.js";

/** Where a server is controlled, beside the API. */
const prefix = "/__mock";

export const isControl = ({ pathname }: URL) => pathname === prefix || pathname.startsWith(`${prefix}/`);

/**
 * Responds to a test that controls the mock over HTTP. Rejects other machines, other hosts (DNS rebinding) and web pages of
 * other origins.
 *
 * @param remoteAddress of the caller
 */
export async function respondToControl(
  request: MockRequest,
  remoteAddress: string | undefined,
  mock: Mock,
): Promise<MockResponse> {
  assertLocal(request, remoteAddress);
  const path = request.url.pathname.slice(prefix.length);
  const handlers: Record<string, Record<string, () => unknown>> = {
    "/openapi.json": { GET: async () => (await import("./control-document.js")).controlDocument },
    "/requests": { GET: () => mock.requests },
    "/scenarios": {
      GET: async () => ({ pending: mock.pending(), known: await mock.scenarios() }),
      POST: async () => mock.play(await readSequences(request)),
    },
    "/state": { GET: () => mock.state() },
    "/clear": { POST: () => mock.clear() },
  };
  const methods = handlers[path];
  if (!methods) throw new Rejection(404, `${prefix} has ${Object.keys(handlers).join(", ")}; given: ${path || "/"}.`);
  const handle = methods[request.method];
  const allow = Object.keys(methods).join(", ");
  if (!handle) throw new Rejection(405, `${request.method} is not allowed here. Allowed: ${allow}.`, { allow });
  const content = await handle();
  return toMockResponse({ status: content === undefined ? 204 : 200, mediaType: "application/json" }, content, {});
}

function assertLocal({ url, headers }: MockRequest, remoteAddress = ""): void {
  const origin = headers.get("origin");
  const isSameOrigin = origin === null || origin === url.origin;
  const isLocal = isThisMachine(remoteAddress.replace(/^::ffff:/, "")) && isThisMachine(url.hostname);
  if (isSameOrigin && isLocal) return;
  throw new Rejection(403, `${prefix} is for this machine, and for no page of another origin.`);
}

async function readSequences(request: MockRequest): Promise<Record<string, string[]>> {
  const text = Buffer.from(await readBytes(request, 1024 * 1024)).toString();
  const sequences: unknown = parse(text);
  const isUsable =
    typeof sequences === "object" &&
    sequences !== null &&
    Object.values(sequences).every((names) => Array.isArray(names));
  if (isUsable) return sequences as Record<string, string[]>;
  throw new Rejection(400, 'The body must look like {"createTestRun":["rate_limited","created"]}.');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
