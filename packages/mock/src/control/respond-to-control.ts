import type { Mock } from "../create-mock.js";
import type { MockRequest } from "../http/mock-request.js";
import { type MockResponse, toMockResponse } from "../http/mock-response.js";
import { parseJson } from "../http/parse-json.js";
import { Rejection } from "../http/rejection.js";
import { isThisMachine } from "../request/check-host.js";
import { readBytes } from "../request/read-body.js";
import type { ScenarioSequences } from "../scenarios/scenario-types.js";

/** The path prefix of the control API, which is outside the mocked API. */
const prefix = "/__mock";

/** Recognizes a URL below {@link prefix}. */
export const isControl = ({ pathname }: URL) => pathname === prefix || pathname.startsWith(`${prefix}/`);

/** The mock to control, and what decides whether the caller may control it. */
export interface ControlContext {
  mock: Mock;
  /** The address of the caller. */
  remoteAddress: string | undefined;
  /** The token that other machines must send; `undefined` if only this machine may control the mock. */
  controlToken: string | undefined;
}

/**
 * Responds to a test that controls the mock over HTTP. Accepts any request with the control token; without it, rejects
 * other machines, other hosts (DNS rebinding) and web pages of other origins.
 */
export async function respondToControl(request: MockRequest, context: ControlContext): Promise<MockResponse> {
  const { mock } = context;
  assertAllowed(request, context);
  const path = request.url.pathname.slice(prefix.length);
  const handlers: Record<string, Record<string, () => unknown>> = {
    "/openapi.json": { GET: async () => (await import("./control-document.js")).controlDocument },
    "/requests": { GET: () => mock.requests },
    "/scenarios": {
      GET: () => ({ pending: mock.pending(), known: mock.scenarios() }),
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

function assertAllowed({ url, headers }: MockRequest, { remoteAddress = "", controlToken }: ControlContext): void {
  const origin = headers.get("origin");
  const isSameOrigin = origin === null || origin === url.origin;
  const isLocal = isThisMachine(remoteAddress.replace(/^::ffff:/, "")) && isThisMachine(url.hostname);
  if (isSameOrigin && isLocal) return;
  if (controlToken !== undefined && headers.get("authorization") === `Bearer ${controlToken}`) return;
  const remedy =
    controlToken === undefined
      ? "Start it with --control-token <text> (controlToken) to control it from elsewhere."
      : "Send Authorization: Bearer <control token>.";
  throw new Rejection(403, `${prefix} is for this machine, and for no page of another origin. ${remedy}`);
}

async function readSequences(request: MockRequest): Promise<ScenarioSequences> {
  const text = new TextDecoder().decode(await readBytes(request, 1024 * 1024));
  const sequences = parseJson(text);
  const isUsable =
    typeof sequences === "object" &&
    sequences !== null &&
    Object.values(sequences).every((names) => Array.isArray(names));
  if (isUsable) return sequences as ScenarioSequences;
  throw new Rejection(400, 'The body must look like {"createTestRun":["rate_limited","created"]}.');
}
