import { describeType, describeValue, isFile, isRecord, messageOf } from "../describe.js";
import { type Call, InputError, inputError } from "../errors.js";
import type { CallOptions } from "../options/options.js";
import { callOptionRules, type HeadersOption, readOptions, toHeaders } from "../options/rules.js";
import type { Settings } from "../options/settings.js";
import type { ServiceRequest } from "../transport/attempt.js";
import { isIdempotent } from "../transport/retry-policy.js";
import { formBody, serializePath, serializeQuery } from "./encode.js";
import { defaultRest, type FormRoute, type OperationRoute, pathNames } from "./route.js";

type Input = Readonly<Record<string, unknown>>;

/**
 * Creates the function that builds a request from the flat input; it throws an `InputError` if the input cannot be
 * sent.
 */
export function createRequestBuilder(call: Call, route: OperationRoute, settings: Settings) {
  const { method, path } = call;
  const { query = [], shared = [], form } = route;
  const rest = route.rest ?? defaultRest(method);
  const inPath = pathNames(path);
  const placed = new Set([...inPath, ...query, ...(route.headers ? ["headers"] : [])]);
  const isRest = (name: string) => !placed.has(name) || shared.includes(name);
  const isQuery = rest === "query" ? isRest : (name: string) => query.includes(name);

  function buildBody(input: Input): FormData | string | undefined {
    if (rest === "query") return undefined;
    if (rest === "whole") return JSON.stringify(input.body);
    const properties = pick(input, isRest);
    return form && isForm(properties, form) ? formBody(properties, form.files) : JSON.stringify(properties);
  }

  function build(input: Input, options: CallOptions): ServiceRequest {
    const body = buildBody(input);
    const isForm = typeof body === "object";
    const headers: Record<string, string> = typeof body === "string" ? { "content-type": "application/json" } : {};
    const inInput = route.headers && (input.headers as HeadersOption);
    for (const added of [settings.headers, options.headers, inInput]) {
      if (added) for (const [name, value] of toHeaders(added)) headers[name] = value;
    }
    // The runtime sets the content type, with the boundary of the form.
    if (isForm) delete headers["content-type"];
    const search = serializeQuery({ ...pick(input, isQuery), ...options.query });
    return {
      call,
      url: `${settings.baseUrl}${serializePath(path, input)}${search && `?${search}`}`,
      headers,
      body,
      isRepeatable: route.isRepeatable ?? isIdempotent(method),
      isForm,
      options,
    };
  }

  function fail(mistake: string): never {
    throw inputError(mistake, call);
  }

  return (input: unknown, callOptions: CallOptions | null | undefined): ServiceRequest => {
    const properties = input ?? {};
    try {
      if (!isRecord(properties)) return fail(`input: expected an object, got ${describeType(properties)}`);
      const options = readOptions(callOptions, callOptionRules, fail);
      const mistake = findPathMistake(inPath, properties);
      return mistake ? fail(mistake) : build(properties, options);
    } catch (cause) {
      // A getter or a serializer threw: the input cannot be written as JSON or a form.
      throw cause instanceof InputError ? cause : inputError(messageOf(cause), call, { cause });
    }
  };
}

function pick(input: Input, belongs: (name: string) => boolean): Input {
  const picked: Record<string, unknown> = Object.create(null);
  for (const name of Object.keys(input)) if (belongs(name)) picked[name] = input[name];
  return picked;
}

function isForm(properties: Input, { onlyWith }: FormRoute): boolean {
  return (
    !onlyWith ||
    Object.entries(properties).some(([name, value]) => onlyWith.includes(name) || [value].flat().some(isFile))
  );
}

/** Values that cannot be identifiers: "." and ".." would be resolved away, so that the request went to another path. */
const notIdentifiers = new Set(["", ".", ".."]);

const isIdentifier = (value: unknown): boolean =>
  typeof value === "string" ? !notIdentifiers.has(value) : Number.isFinite(value) || typeof value === "bigint";

/** Returns what is wrong with the path parameters; `undefined` if nothing is. */
export function findPathMistake(names: readonly string[], parameters: Input): string | undefined {
  const wrong = names.find((name) => !isIdentifier(parameters[name]));
  return wrong && `${wrong}: expected an identifier, got ${describeValue(parameters[wrong])}`;
}
