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
  const { query = [], shared = [], form, isRepeatable = isIdempotent(method), rest = defaultRest(method) } = route;
  const inPath = pathNames(path);
  const elsewhere = new Set([...inPath, ...query, ...(route.headers ? ["headers"] : [])]);
  for (const name of shared) elsewhere.delete(name);
  const restOf = (input: Input) => pick(input, (name) => !elsewhere.has(name));

  function buildBody(input: Input): FormData | string | undefined {
    if (rest === "query") return undefined;
    if (rest === "whole") return JSON.stringify(input.body);
    const properties = restOf(input);
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
    const inQuery = rest === "query" ? restOf(input) : pick(input, (name) => query.includes(name));
    const search = serializeQuery({ ...inQuery, ...options.query });
    const url = `${settings.baseUrl}${serializePath(path, input)}${search && `?${search}`}`;
    return { call, url, headers, body, isRepeatable, isForm, options };
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
  return Object.fromEntries(Object.entries(input).filter(([name]) => belongs(name)));
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
