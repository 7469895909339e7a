import type { Node } from "../document/node.js";
import type { Operation } from "../document/operation.js";
import type { Carried } from "../request/parse-parameters.js";
import type { Body } from "../request/read-body.js";
import { requestDocument } from "./request-document.js";
import type { Violation } from "./violations.js";

/** Explains what is wrong with a rejected request; the given violations stand where nothing else is known. */
export type Explain = (
  operation: Operation,
  carried: Carried,
  body: Body | undefined,
  violations: Violation[],
) => Promise<Violation[]>;

/** The part of Prism that explains; its own types would need packages that consumers do not have. */
export interface Prism {
  getHttpOperationsFromSpec(document: object): Promise<PrismOperation[]>;
  createInstance(
    config: object,
    components: object,
  ): {
    request(request: object, operations: PrismOperation[]): () => Promise<PrismResult>;
  };
}

interface PrismOperation {
  method: string;
}

interface PrismResult {
  _tag: string;
  right?: { validations: { input: Diagnostic[] } };
}

interface Diagnostic {
  path?: (string | number)[];
  code?: string | number;
  message: string;
  severity: number;
}

/** Prism's engine, an optional package; `undefined` where it is not installed or does not load. */
async function importPrism(): Promise<Prism | undefined> {
  return import("@stoplight/prism-http").then(
    (prism) => prism as unknown as Prism,
    () => undefined,
  );
}

/**
 * Makes the function that explains rejections in Prism's words, as `prism mock` does. Prism is loaded at the first
 * rejection, because that takes longer than the start of the mock, and reads one operation at a time. The given
 * violations stand without Prism, for forms, and where Prism finds nothing wrong: it does not know all keywords.
 */
export function createExplain(source: Node, load: () => Promise<Prism | undefined> = importPrism): Explain {
  let loaded: Promise<Prism | undefined> | undefined;
  const operations = new Map<Operation, Promise<PrismOperation | undefined>>();

  return async (operation, carried, body, violations) => {
    loaded ??= load();
    const prism = await loaded;
    if (!prism || body?.kind === "text") return violations;
    const read = operations.get(operation) ?? readOperation(prism, source, operation);
    operations.set(operation, read);
    // Prism throws on some documents and requests.
    const diagnostics = await read.then((one) => one && diagnose(prism, one, carried, body)).catch(() => undefined);
    return diagnostics?.some(({ severity }) => severity === 0) ? diagnostics.map(toViolation) : violations;
  };
}

async function readOperation(prism: Prism, source: Node, operation: Operation) {
  const document = requestDocument(source, operation);
  const text = JSON.stringify(document ?? {});
  // In data too, Prism follows references to other files and hosts.
  if (!document || /"\$ref":"(?!#)/.test(text)) return undefined;
  // A copy, because Prism changes the document.
  const operations = await prism.getHttpOperationsFromSpec(JSON.parse(text));
  return operations.find(({ method }) => method.toUpperCase() === operation.method);
}

async function diagnose(
  prism: Prism,
  operation: PrismOperation,
  { path, query, headers }: Carried,
  body: Body | undefined,
): Promise<Diagnostic[] | undefined> {
  // Prism changes its configuration, which must not reach the next request.
  const config = { ...checkOnlyRequests, mock: { dynamic: false } };
  const right = (value: unknown) => ({ _tag: "Right", right: value });
  const route = () => right(operation);
  const instance = prism.createInstance(config, { logger, route, mock: () => () => right({ statusCode: 204 }) });
  const request = {
    method: operation.method,
    url: { path, query: Object.fromEntries([...new Set(query.keys())].map((name) => [name, queryValue(query, name)])) },
    // Prism looks at the media type only where there is a length.
    headers: { ...Object.fromEntries(headers), ...(body && { "content-length": String(body.size) }) },
    body: structuredClone(body?.value) ?? null,
  };
  const result = await instance.request(request, [operation])();
  return result.right?.validations.input;
}

const checkOnlyRequests = {
  isProxy: false,
  errors: false,
  checkSecurity: false,
  validateRequest: true,
  validateResponse: false,
};

const queryValue = (query: URLSearchParams, name: string) => {
  const values = query.getAll(name);
  return values.length === 1 ? values[0] : values;
};

const severities = ["Error", "Warning", "Information", "Hint"] as const;

const toViolation = ({ path = [], severity, code, message }: Diagnostic): Violation => ({
  location: ["request", ...path.map(String)],
  severity: severities[severity] ?? "Error",
  code: String(code),
  message,
});

const levels = ["trace", "debug", "info", "success", "warn", "error", "fatal", "silent"];
const logger: Record<string, unknown> = {
  ...Object.fromEntries(levels.map((level) => [level, () => {}])),
  child: () => logger,
};
