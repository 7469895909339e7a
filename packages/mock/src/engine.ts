import { createRequire } from "node:module";
import { createInstance } from "@stoplight/prism-http";
import type { Operation } from "./operation.js";
import { silentLogger } from "./silent-logger.js";

type Engine = ReturnType<typeof createInstance>;
type Config = Parameters<typeof createInstance>[0];
type Components = Parameters<typeof createInstance>[1];
type Result = Awaited<ReturnType<ReturnType<Engine["request"]>>>;

/** A request as Prism's engine takes it. */
export type PrismRequest = Parameters<Engine["request"]>[0];

/** An answer as Prism's engine gives it. */
export type PrismAnswer = Extract<Result, { _tag: "Right" }>["right"]["output"];

/** Something that does not fit the document, and where. */
export interface Violation {
  /** Such as `["body", "static_selection_filters", "0", "values"]`. */
  location: string[];
  severity: string;
  /** The JSON Schema keyword that failed. */
  code: string | number;
  message: string;
}

/** What to answer with. */
export interface Choice {
  status: number;
  mediaType?: string | undefined;
  /** The name of an example. */
  scenario?: string | undefined;
}

const config: Config = {
  isProxy: false,
  errors: false,
  upstreamProxy: undefined,
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  mock: { dynamic: false },
};

const right = <T>(value: T) => ({ _tag: "Right" as const, right: value });

const components: Components = {
  logger: silentLogger,
  // The operation was found by a router. Prism's own tries every operation in turn and throws on a broken escape.
  route: ({ resources }) => right(resources[0] as (typeof resources)[number]),
};

const noAnswer: Components["mock"] = () => () => right({ statusCode: 204 });

const credentialChecker = createInstance({ ...config, checkSecurity: true }, { ...components, mock: noAnswer });

/** Whether a request lacks a credential that its operation asks for. */
export async function lacksCredential({ prism }: Operation, request: PrismRequest): Promise<boolean> {
  const { validations } = unwrap(await credentialChecker.request(request, [prism])());
  return toViolations(validations.input).length > 0;
}

const requestChecker = createInstance({ ...config, validateRequest: true }, { ...components, mock: noAnswer });

/** What in a request does not fit its operation. */
export async function checkRequest(operation: Operation, request: PrismRequest): Promise<Violation[]> {
  const { prism } = operation;
  const isFalsy = request.body !== undefined && !request.body;
  if (isFalsy && prism.request?.body) return checkFalsyBody(operation, request);
  return toViolations(unwrap(await requestChecker.request(request, [prism])()).validations.input);
}

/** Prism takes the JSON bodies `null`, `false`, `0` and `""` for no body at all, except in answers. */
async function checkFalsyBody(operation: Operation, { body, ...request }: PrismRequest): Promise<Violation[]> {
  const { body: described, ...others } = operation.prism.request ?? {};
  const contents = described?.contents ?? [];
  const withoutBody = { ...operation.prism, request: others };
  const { "content-length": _, ...otherHeaders } = request.headers ?? {};
  const asAnswer = { ...operation, prism: { ...operation.prism, responses: [{ id: "", code: "200", contents }] } };
  const headers = { "content-type": contents[0]?.mediaType ?? "" };
  const [inOthers, inBody] = await Promise.all([
    checkRequest({ ...operation, prism: withoutBody }, { ...request, headers: otherHeaders }),
    checkAnswer(asAnswer, { statusCode: 200, headers, body }),
  ]);
  const renamed = inBody.map(({ message, ...more }) => ({ ...more, message: message.replace("Response", "Request") }));
  return [...inOthers, ...renamed];
}

/** What in an answer does not fit its operation. */
export async function checkAnswer(operation: Operation, answer: PrismAnswer): Promise<Violation[]> {
  const instance = createInstance(
    { ...config, validateResponse: true },
    { ...components, mock: () => () => right(answer) },
  );
  return toViolations(unwrap(await instance.request(anyRequest(operation), [operation.prism])()).validations.output);
}

const answerer = createInstance({ ...config, validateResponse: true }, components);

/** An answer, and what in it does not fit the operation. */
export type CheckedAnswer = PrismAnswer & { violations: Violation[] };

/** Makes an answer from an example; without one, a sample of the schema. */
export async function exampleAnswer(operation: Operation, choice: Choice): Promise<CheckedAnswer> {
  return makeAnswer(operation, choice, { dynamic: false });
}

let lastGenerated: Promise<unknown> = Promise.resolve();

/** Makes an answer from the schema; the same seed makes the same answer. */
export function generatedAnswer(operation: Operation, choice: Choice, seed: string): Promise<CheckedAnswer> {
  // The generators of Prism are shared by the whole process, so that two answers at once would spoil each other's seed.
  const generated = lastGenerated.then(() => {
    seedFaker(seed);
    return makeAnswer(operation, choice, { dynamic: true, seed });
  });
  lastGenerated = generated.catch(() => {});
  return generated;
}

async function makeAnswer(
  operation: Operation,
  { status, mediaType, scenario }: Choice,
  how: { dynamic: boolean; seed?: string },
): Promise<CheckedAnswer> {
  // Prism writes into this object, so that each call needs its own.
  const mock = {
    ...how,
    code: status,
    ...(mediaType !== undefined && { mediaTypes: [mediaType] }),
    ...(scenario !== undefined && { exampleKey: scenario }),
  };
  const asked = { ...config, validateResponse: true, mock };
  const { output, validations } = unwrap(
    await answerer.request(anyRequest(operation), [operation.prism], asked as Config)(),
  );
  return { ...output, violations: toViolations(validations.output) };
}

const anyRequest = ({ prism, path }: Operation) => ({ method: prism.method, url: { path } }) as PrismRequest;

function unwrap<T>(result: { _tag: "Left"; left: Error } | { _tag: "Right"; right: T }): T {
  if (result._tag === "Left") throw result.left;
  return result.right;
}

/** Prism seeds its generator of schemas, but not the faker that `x-faker` calls. */
function seedFaker(seed: string): void {
  const requireOfPrism = createRequire(createRequire(import.meta.url).resolve("@stoplight/prism-http"));
  const { faker } = requireOfPrism("@faker-js/faker") as { faker: { seed(seed: number[]): void } };
  faker.seed([...seed].map((character) => character.codePointAt(0) ?? 0));
}

const severities = ["Error", "Warning", "Information", "Hint"];

/** Warnings, such as the use of a deprecated parameter, are no violations. */
function toViolations(diagnostics: Diagnostic[]): Violation[] {
  return diagnostics
    .map(({ path = [], severity, code = "", message }) => ({
      // Prism names no place where the whole body is missing.
      location: path.length > 0 ? path : ["body"],
      severity: severities[severity] ?? String(severity),
      code,
      message,
    }))
    .filter(({ severity }) => severity === "Error");
}

interface Diagnostic {
  path?: string[];
  severity: number;
  code?: string | number;
  message: string;
}
