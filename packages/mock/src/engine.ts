import { createInstance } from "@stoplight/prism-http";
import type { Operation } from "./operation.js";
import { silentLogger } from "./silent-logger.js";

type Engine = ReturnType<typeof createInstance>;
type Components = Parameters<typeof createInstance>[1];
/** A request as Prism's engine takes it. */
export type PrismRequest = Parameters<Engine["request"]>[0];
/** An answer as Prism's engine gives it. */
export type PrismResponse = Extract<
  Awaited<ReturnType<ReturnType<Engine["request"]>>>,
  { _tag: "Right" }
>["right"]["output"];
/** What breaks the document, and where. */
export interface Violation {
  /** Such as `["body", "static_selection_filters", "0", "values"]`. */
  location: string[];
  severity: string;
  /** The JSON Schema keyword that failed; 401 for a missing or malformed credential. */
  code: string | number;
  message: string;
}

/** What to answer with. */
export interface Choice {
  status: number;
  mediaType: string | undefined;
  scenario: string | undefined;
  dynamic: boolean;
  seed: string | undefined;
}

const right = <T>(value: T) => ({ _tag: "Right" as const, right: value });

const config = {
  isProxy: false as const,
  errors: false,
  upstreamProxy: undefined,
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  mock: { dynamic: false },
};

const components: Components = {
  logger: silentLogger,
  // The operation was found by a real router; Prism's own tries every operation in turn and throws on broken escapes.
  route: ({ resources: [operation] }) => (operation ? right(operation) : neverRouted()),
};

const neverRouted = () => ({ _tag: "Left" as const, left: new Error("The engine was given no operation.") });

const checker = createInstance(
  { ...config, checkSecurity: true, validateRequest: true },
  { ...components, mock: () => () => right({ statusCode: 204 }) },
);

/** Checks a request against its operation; answers what breaks it. */
export async function check(operation: Operation, request: PrismRequest): Promise<Violation[]> {
  const { validations } = unwrap(await checker.request(request, [operation.prism])());
  return validations.input.map(toViolation);
}

const answerer = createInstance({ ...config, validateResponse: true }, components);

/** Makes an answer and checks it against the operation. */
export async function answer(
  operation: Operation,
  { status, mediaType, scenario, dynamic, seed }: Choice,
): Promise<PrismResponse & { violations: Violation[] }> {
  // Prism writes into the object it is given, so each call gets its own.
  const mock = {
    dynamic,
    code: status,
    ...(mediaType && { mediaTypes: [mediaType] }),
    ...(scenario && { exampleKey: scenario }),
    ...(seed && { seed }),
  };
  const request = { method: operation.prism.method, url: { path: operation.path } } as PrismRequest;
  const result = await answerer.request(request, [operation.prism], { ...config, validateResponse: true, mock })();
  const { output, validations } = unwrap(result);
  return { ...output, violations: validations.output.map(toViolation) };
}

function unwrap<T>(result: { _tag: "Left"; left: Error } | { _tag: "Right"; right: T }): T {
  if (result._tag === "Left") throw result.left;
  return result.right;
}

// The numbers of Prism's severities.
const severities = ["Error", "Warning", "Information", "Hint"];

function toViolation(diagnostic: {
  path?: string[];
  severity: number;
  code?: string | number;
  message: string;
}): Violation {
  const { path = [], severity, code = "", message } = diagnostic;
  return { location: path, severity: severities[severity] ?? String(severity), code, message };
}
