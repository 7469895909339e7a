import type { ScenarioSequences } from "../choose/scenarios.js";
import { isThisMachine } from "../http/hosts.js";
import { parseJson } from "../http/json.js";
import type { MockRequest } from "../http/request.js";
import { type MockResponse, Rejection, toMockResponse } from "../http/response.js";
import type { Mock } from "../mock/create-mock.js";

/** The path prefix of the control API, which is outside the mocked API. */
const prefix = "/__mock";

export function isControl({ url }: MockRequest): boolean {
  return url.pathname.startsWith(`${prefix}/`);
}

/** The mock to control, and what decides whether the caller may control it. */
export interface ControlContext {
  mock: Mock;
  remoteAddress: string | undefined;
  /** The token that other machines must send; `undefined` if only this machine may control the mock. */
  controlToken: string | undefined;
}

/**
 * Responds to a test that controls the mock over HTTP. Accepts any request with the control token; without it, rejects
 * other machines, other hosts (DNS rebinding) and web pages of other origins.
 */
export function respondToControl(request: MockRequest, context: ControlContext): MockResponse {
  const { mock } = context;
  assertAllowed(request, context);
  const handlers: Record<string, () => unknown> = {
    "GET /requests": () => mock.controls.requests,
    "GET /scenarios": () => ({ pending: mock.controls.pending(), known: mock.scenarios() }),
    "POST /scenarios": () => play(mock, request),
    "GET /state": () => mock.state(),
    "POST /clear": () => mock.controls.clear(),
  };
  const asked = `${request.method} ${request.url.pathname.slice(prefix.length)}`;
  const handle = Object.hasOwn(handlers, asked) ? handlers[asked] : undefined;
  if (!handle) throw new Rejection(404, `Expected ${Object.keys(handlers).join(", ")} below ${prefix}, got ${asked}.`);
  const content = handle();
  return toMockResponse({ status: content === undefined ? 204 : 200 }, content);
}

function assertAllowed({ url, headers }: MockRequest, { remoteAddress = "", controlToken }: ControlContext): void {
  const { origin, authorization } = headers;
  const isSameOrigin = origin === undefined || origin === url.origin;
  const isLocal = isThisMachine(remoteAddress.replace(/^::ffff:/, "")) && isThisMachine(url.hostname);
  if (isSameOrigin && isLocal) return;
  if (controlToken !== undefined && authorization === `Bearer ${controlToken}`) return;
  const remedy =
    controlToken === undefined
      ? "Start it with --control-token <text> (controlToken) to control it from elsewhere."
      : "Send Authorization: Bearer <control token>.";
  throw new Rejection(
    403,
    `${prefix} is available to this machine only, and not to web pages of another origin. ${remedy}`,
  );
}

function play(mock: Mock, { bytes }: MockRequest): void {
  const sequences = parseJson(new TextDecoder().decode(bytes));
  try {
    mock.controls.play(sequences as ScenarioSequences);
  } catch (error) {
    throw new Rejection(400, (error as Error).message);
  }
}
