import type { createInstance } from "@stoplight/prism-http";
import type { PrismOperation } from "../document/operation.js";
import { silentLogger } from "./silent-logger.js";

type Engine = ReturnType<typeof createInstance>;
export type Config = Parameters<typeof createInstance>[0];
export type Components = Parameters<typeof createInstance>[1];
type Result = Awaited<ReturnType<ReturnType<Engine["request"]>>>;
type EngineResult = Extract<Result, { _tag: "Right" }>["right"];

/** A request as Prism's engine takes it. */
export type PrismRequest = Parameters<Engine["request"]>[0];

/** An answer as Prism's engine gives it. */
export type PrismAnswer = EngineResult["output"];

/** Something that does not fit the document, and where. */
export interface Violation {
  /** Such as `["body", "static_selection_filters", "0", "values"]`. */
  location: string[];
  severity: string;
  /** The JSON Schema keyword that failed. */
  code: string | number;
  message: string;
}

/** The engine does nothing but what is switched on. */
export const config: Config = {
  isProxy: false,
  errors: false,
  upstreamProxy: undefined,
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  mock: { dynamic: false },
};

export const right = <T>(value: T) => ({ _tag: "Right" as const, right: value });

export const components: Components = {
  logger: silentLogger,
  // The operation was found by a router. Prism's own tries every operation in turn and throws on a broken escape.
  route: ({ resources }) => right(resources[0] as (typeof resources)[number]),
};

/** Runs an engine. Throws what it reports as an error. */
export async function run(
  engine: Engine,
  request: PrismRequest,
  operation: PrismOperation,
  own?: Config,
): Promise<EngineResult> {
  const result = await engine.request(request, [operation], own)();
  if (result._tag === "Left") throw result.left;
  return result.right;
}

const severities = ["Error", "Warning", "Information", "Hint"];

/** Warnings, such as the use of a deprecated parameter, are no violations. */
export function toViolations(diagnostics: Diagnostic[]): Violation[] {
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
