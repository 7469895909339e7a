import { inputError } from "../errors/input-error.js";
import type { Call } from "../errors/testsigma-error.js";
import { serializePath } from "../openapi-fetch.js";
import type { CallOptions } from "../options/call-options.js";
import { describeType, describeValue, isFile, isRecord, messageOf } from "../options/describe-value.js";
import { callOptionRules, findOptionMistake } from "../options/option-rules.js";
import type { Settings } from "../options/settings.js";
import { type HeadersOption, toHeaders } from "../options/to-headers.js";
import { isIdempotent } from "../transport/retry-policy.js";
import type { ServiceRequest } from "../transport/transport.js";
import { formBody } from "./form-body.js";
import type { FormRoute, OperationRoute } from "./route.js";

const withBody = new Set(["POST", "PUT", "PATCH"]);
const json = { "content-type": "application/json" };

/** Creates the function that makes a request of the flat input; it throws an `InputError` for what cannot be sent. */
export function createRequestBuilder(call: Call, route: OperationRoute, settings: Settings) {
  const { method, path } = call;
  const { query = [], shared = [], form } = route;
  const rest = route.rest ?? (withBody.has(method) ? "json" : "query");
  const pathNames = [...path.matchAll(/{([^{}]+)}/g)].map(([, name = ""]) => name);
  const placed = new Set([...pathNames, ...query, ...(route.headers ? ["headers"] : [])]);
  const isRest = (name: string) => !placed.has(name) || shared.includes(name);
  const isQuery = rest === "query" ? isRest : (name: string) => query.includes(name);

  function bodyOf(input: Input): FormData | string | undefined {
    if (rest === "query") return undefined;
    if (rest === "whole") return JSON.stringify(input.body);
    const properties = pick(input, isRest);
    return form && isForm(properties, form) ? formBody(properties, form.files) : JSON.stringify(properties);
  }

  function build(input: Input, options: CallOptions): ServiceRequest {
    const body = bodyOf(input);
    const isForm = typeof body === "object";
    const headers = new Headers(body ? json : undefined);
    const inInput = route.headers && (input.headers as HeadersOption);
    for (const given of [settings.headers, toHeaders(options.headers), toHeaders(inInput)]) {
      for (const [name, value] of given) headers.set(name, value);
    }
    // The runtime writes the one with the form's boundary.
    if (isForm) headers.delete("content-type");
    return {
      ...options,
      call,
      url: settings.baseUrl + serializePath(path, input, { ...pick(input, isQuery), ...options.query }),
      headers,
      body,
      isRepeatable: route.isRepeatable ?? isIdempotent(method),
      timeout: options.timeout ?? (isForm ? settings.formTimeout : settings.timeout),
      maxRetries: options.maxRetries ?? settings.maxRetries,
    };
  }

  return (given: unknown, callOptions?: CallOptions | null): ServiceRequest => {
    const input = given ?? {};
    const options = callOptions ?? {};
    let mistake: string | undefined;
    try {
      mistake = findInputMistake(input, pathNames) ?? findOptionMistake(options, callOptionRules);
      if (!mistake) return build(input as Input, options);
    } catch (cause) {
      // A getter or a serializer failed: JSON or a form cannot hold the input.
      throw inputError(messageOf(cause), call, { cause });
    }
    throw inputError(mistake, call);
  };
}

type Input = Record<string, unknown>;

const pick = (input: Input, belongs: (name: string) => boolean): Input =>
  Object.fromEntries(Object.entries(input).filter(([name]) => belongs(name)));

const isForm = (properties: Input, { onlyWith }: FormRoute) =>
  !onlyWith ||
  Object.entries(properties).some(([name, value]) => onlyWith.includes(name) || [value].flat().some(isFile));

function findInputMistake(input: unknown, pathNames: readonly string[]): string | undefined {
  if (!isRecord(input)) return `input: expected an object, got ${describeType(input)}`;
  const wrong = pathNames.find((name) => !isIdentifier(input[name]));
  return wrong && `${wrong}: expected an identifier, got ${describeValue(input[wrong])}`;
}

/** "." and ".." would be resolved away, and the request would go to another path. */
const notIdentifiers = new Set(["", ".", ".."]);
const isIdentifier = (value: unknown) =>
  typeof value === "string" ? !notIdentifiers.has(value) : Number.isFinite(value) || typeof value === "bigint";
