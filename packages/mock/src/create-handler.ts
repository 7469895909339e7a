import { codedError, Refusal } from "./coded-error.js";
import type { PrismRequest, Violation } from "./engine.js";
import { operationFinder } from "./find-operation.js";
import { loadDocument } from "./load-document.js";
import type { Operation } from "./operation.js";
import type { MockOptions } from "./options.js";
import { readPreference } from "./prefer.js";
import { readBody } from "./read-body.js";
import { ScenarioQueue } from "./scenario-queue.js";
import { summarize, violationsHeader } from "./violations.js";

/** Answers a request as the document says. */
export type Handler = (request: Request) => Promise<Response>;

/** Makes the handler that every form of the mock puts behind its own door. */
export async function createHandler(options: MockOptions = {}): Promise<Handler> {
  const { bodyLimit = 1024 * 1024, invalidRequestStatus = 422, dynamic = false, seed, scenarios = {} } = options;
  const [document, engine] = await Promise.all([loadDocument(options.spec), import("./engine.js")]);
  const find = operationFinder(document);
  const queue = new ScenarioQueue(document.operations, scenarios);

  async function respond(request: Request): Promise<Response> {
    const url = new URL(request.url);
    assertReadable(url.pathname);
    const found = find(request.method, url.pathname);
    if (!found) throw new Refusal(404, `No operation at ${request.method} ${url.pathname}.`);
    if ("allow" in found) {
      const allow = found.allow.join(", ");
      if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: { allow } });
      throw new Refusal(405, `${request.method} is not allowed here. Allowed: ${allow}.`, { allow });
    }
    const { operation, path } = found;
    const preference = readPreference(request.headers.get("prefer"), operation);
    const violations = await engine.check(operation, {
      method: operation.prism.method as PrismRequest["method"],
      url: { path, query: queryOf(url) },
      headers: Object.fromEntries(request.headers),
      body: await readBody(request, operation, bodyLimit),
    });
    const refusedKey = request.headers.get("authorization")?.replace(/^Bearer\s+/i, "") === "invalid";
    if (refusedKey || violations.some(({ code }) => code === 401)) {
      const name = request.headers.has("authorization") ? "invalid_api_key" : "missing_authorization";
      const scenario = operation.scenarios.get(name);
      if (!scenario) throw new Refusal(401, "The request carries no usable credential.");
      return play(operation, { scenario: name, status: 401 });
    }
    if (violations.length > 0) return invalid(violations);
    if (preference.status === undefined) {
      const scenario = queue.next(operation);
      if (scenario) return play(operation, { scenario, status: operation.scenarios.get(scenario)?.status ?? 200 });
    }
    return play(operation, preference);
  }

  async function play(
    operation: Operation,
    choice: { scenario?: string; status?: number; dynamic?: boolean },
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const result = await engine.answer(operation, {
      status: choice.status ?? defaultStatus(operation),
      mediaType: choice.scenario && operation.scenarios.get(choice.scenario)?.mediaType,
      scenario: choice.scenario,
      dynamic: choice.dynamic ?? dynamic,
      seed,
    });
    const all = new Headers(headers);
    for (const [name, value] of Object.entries(result.headers ?? {})) if (value !== null) all.set(name, String(value));
    if (result.body === undefined) all.delete("content-type");
    const body = result.body === undefined ? null : JSON.stringify(result.body);
    return new Response(body, { status: result.statusCode, headers: all });
  }

  function invalid(violations: Violation[]): Response {
    const message = "The request does not fit the API description.";
    const body = { message, errors: { code: invalidRequestStatus, message, details: summarize(violations) } };
    return Response.json(body, {
      status: invalidRequestStatus,
      headers: { "sl-violations": violationsHeader(violations) },
    });
  }

  return async (request) => {
    try {
      return await respond(request);
    } catch (error) {
      if (error instanceof Refusal) return codedError(error.code, error.message, error.headers);
      return codedError(500, `The mock failed: ${(error as Error).message}`);
    }
  };
}

function assertReadable(path: string) {
  try {
    decodeURIComponent(path);
  } catch {
    throw new Refusal(400, `The path has a percent sign that begins no valid escape: ${path}.`);
  }
}

function queryOf(url: URL): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return query;
}

function defaultStatus({ prism }: Operation): number {
  const codes = prism.responses.map(({ code }) => code);
  const success = codes.filter((code) => /^2/.test(code)).sort()[0] ?? codes.find((code) => /^\d/.test(code));
  return success === undefined ? 200 : Number(success.replace(/X/gi, "0"));
}
