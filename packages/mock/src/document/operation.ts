import type { getHttpOperationsFromSpec } from "@stoplight/prism-http";

/** An operation as Prism's engine takes it. */
export type PrismOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** A response of an operation as Prism's engine takes it. */
export type PrismResponse = PrismOperation["responses"][number];

/** A named response example: something the mock can be told to answer. */
export interface Scenario {
  name: string;
  status: number;
  mediaType: string;
}

/** An operation of the document. */
export interface Operation {
  /** The `operationId`; without one, the method and the path template. */
  id: string;
  /** In capital letters. */
  method: string;
  /** The path template. */
  path: string;
  scenarios: ReadonlyMap<string, Scenario>;
  prism: PrismOperation;
}

export function toOperation(prism: PrismOperation): Operation {
  const method = prism.method.toUpperCase();
  return {
    id: prism.iid ?? `${method} ${prism.path}`,
    method,
    path: prism.path,
    scenarios: scenariosOf(prism),
    // Prism sends real requests to callback URLs; a mock must not.
    prism: { ...inDialect2020(prism), callbacks: [] },
  };
}

/** The response for a status: an exact one, a range such as `4XX`, or `default`. */
export function responseFor({ prism }: Operation, status: number): PrismResponse | undefined {
  const codes = [String(status), `${String(status)[0]}XX`, "default"];
  return codes.map((code) => prism.responses.find((response) => response.code === code)).find(Boolean);
}

/** The status of an answer that nobody asked otherwise of: the lowest success, else the first response. */
export function defaultStatus({ prism }: Operation): number {
  const codes = prism.responses.map(({ code }) => code);
  const success = codes.filter((code) => code.startsWith("2")).sort()[0];
  if (success !== undefined) return statusOf(success);
  return codes.includes("default") || codes[0] === undefined ? 200 : statusOf(codes[0]);
}

/** Lowest status of a response key; `4XX` gives 400. */
const statusOf = (code: string) => Number(code.replaceAll("X", "0"));

/**
 * Prism reads every schema as JSON Schema draft 07, where `dependentRequired`, `unevaluatedProperties` and `prefixItems`
 * mean nothing; OpenAPI 3.1 means 2020-12, of which what 3.0 knows is a part.
 */
function inDialect2020<T>(node: T): T {
  if (Array.isArray(node)) return node.map(inDialect2020) as T;
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, inDialect2020(value)] as const);
  const copy = Object.fromEntries(entries);
  if (copy.$schema === "http://json-schema.org/draft-07/schema#") {
    copy.$schema = "https://json-schema.org/draft/2020-12/schema";
  }
  return copy as T;
}

function scenariosOf(prism: PrismOperation): Map<string, Scenario> {
  const scenarios = new Map<string, Scenario>();
  for (const { code, contents = [] } of prism.responses) {
    for (const { mediaType, examples = [] } of contents) {
      for (const { key: name } of examples) {
        // "__default" is Prism's name for an example without one; the response `default` has no status of its own.
        if (name === "__default" || code === "default" || scenarios.has(name)) continue;
        scenarios.set(name, { name, status: statusOf(code), mediaType });
      }
    }
  }
  return scenarios;
}
