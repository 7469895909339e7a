import {
  ApiError,
  AuthenticationError,
  NotFoundError,
  RateLimitError,
  ServerError,
  ValidationError,
} from "@testsigma-tms/client";
import { prefer, type ScenarioName } from "@testsigma-tms/mock";
import type { Example } from "@testsigma-tms/spec/reader";
import { describe, expect } from "vitest";
import { it, operations } from "./contract-test.ts";
import { contentOf } from "./src/deviations.ts";
import { samples } from "./src/requests/generated-requests.ts";
import { callOperation, type RequestParts, requestTo } from "./src/requests/request-to.ts";
import { valueAt } from "./src/value-at.ts";

describe.each(operations)("$id", (operation) => {
  // The largest bodies first: the client sends a body as empty if it only repeats a path parameter.
  const size = ({ body }: RequestParts) => Object.keys(body ?? {}).length;
  const generated = samples(operation, 20).sort((one, other) => size(other) - size(one));
  const mediaTypes = operation.requestBody?.content.map(({ mediaType }) => mediaType) ?? [undefined];
  const requests = mediaTypes.flatMap((type) => generated.find(({ mediaType }) => mediaType === type) ?? []);
  const [request = { parameters: {} }] = requests;
  const calls = requests.map((each) => [each.mediaType ?? "no body", each] as const);
  const bodies = (operation.requestBody?.content ?? []).flatMap(({ mediaType, examples }) =>
    Object.entries(examples).map(([name, { value }]) => [name, { ...inPath(value), body: value, mediaType }] as const),
  );
  const responses = operation.responses.flatMap((response) =>
    contentOf(response).flatMap(({ examples }) =>
      Object.entries(examples).map(([name, example]) => ({
        name,
        status: Number(response.status),
        isSuccess: response.isSuccess,
        example,
      })),
    ),
  );
  const empty = operation.responses.filter((response) => response.isSuccess && contentOf(response).length === 0);

  /** Returns the parameters of the request, with the values that the body has for them. */
  function inPath(body: unknown) {
    const { parameters } = request;
    const shared = Object.entries(body ?? {}).filter(([name]) => name in parameters);
    return { parameters: { ...parameters, ...Object.fromEntries(shared) } };
  }

  it.for(calls)("is a method of the client that resolves, with %s", async ([, each], { client }) => {
    await callOperation(client, operation, each);
  });

  it.for(bodies)("accepts the request example %s", async ([, example], { client, target }) => {
    const response = await requestTo(target, operation, example);
    await callOperation(client, operation, example);

    expect(response.ok, await response.text()).toBe(true);
  });

  it.for(responses.filter(({ isSuccess }) => isSuccess))(
    "resolves to the response example $name",
    async ({ name, example }, { client }) => {
      const result = await callOperation(client, operation, request, { headers: scenario(name) });

      expect(result instanceof Blob ? await result.text() : result).toEqual(example.value);
    },
  );

  it.for(responses.filter(({ isSuccess }) => !isSuccess))(
    "throws the response example $name",
    async ({ name, status, example }, { client }) => {
      const error = await callOperation(client, operation, request, { headers: scenario(name) }).then(
        (result) => expect.fail(`Expected a failure; it resolved to ${JSON.stringify(result)}`),
        (reason: unknown) => reason,
      );

      expect.assert(error instanceof ApiError, String(error));
      expect(error).toBeInstanceOf(errorClassOf(status, example));
      expect(error).toMatchObject({ operation: operation.id, status, attempts: 1 });
      const mayBeExecuted = status >= 500 && !isRateLimit(example);
      expect(error.outcome).toBe(!mayBeExecuted ? "rejected" : operation.method === "GET" ? "no-effect" : "unknown");
      expect(error.body).toEqual(example.value);
    },
  );

  it.for(empty)("resolves to undefined for $status", async ({ status }, { client }) => {
    const headers = { Prefer: `code=${status}` };

    expect(await callOperation(client, operation, request, { headers })).toBeUndefined();
  });
});

/** Casts a name to the mock's type: both come from the spec. */
const scenario = (name: string) => prefer(name as ScenarioName);

const isRateLimit = ({ value }: Example) => valueAt(value, "message") === "rate limit exceeded";

/** Returns the class of the error that the client throws. */
function errorClassOf(status: number, example: Example) {
  if (status === 401 || status === 403) return AuthenticationError;
  if (status === 404) return NotFoundError;
  if (status === 400 || status === 422) return ValidationError;
  if (status === 429 || isRateLimit(example)) return RateLimitError;
  return status >= 500 ? ServerError : ApiError;
}
