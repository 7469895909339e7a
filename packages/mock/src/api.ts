import document from "@testsigma-tms/spec/openapi.json" with { type: "json" };
import { createSpec, type OpenApiDocument, type Operation, type Spec } from "@testsigma-tms/spec/reader/browser";
import type { Scenarios } from "./generated/scenarios.js";

/** An `operationId` of the spec. */
export type OperationId = keyof Scenarios;

/** The API that the mock responds for. */
export interface Api extends Pick<Spec, "document" | "resolve"> {
  /** Path prefixes of the spec's servers, such as `/api/v1`; at least one. */
  basePaths: string[];
  /** Hosts of the spec's servers, such as `arcus.testsigma.com`. */
  hosts: string[];
  operations: MockOperation[];
}

/** An operation of the spec, with what the mock derives from its responses. */
export interface MockOperation extends Operation {
  id: OperationId;
  /** The named response examples, except those of `default`, which has no status. */
  scenarios: ReadonlyMap<string, Scenario>;
  /** The status that the mock responds with by default: the lowest success, else that of the first response. */
  defaultStatus: number;
}

/** A named response example. */
export interface Scenario {
  name: string;
  status: number;
  mediaType: string;
}

/** Only tests and benchmarks need another API than {@link testsigmaApi}. */
export function createApi({ document, operations, resolve }: Spec): Api {
  const servers = (document.servers ?? []).map(({ url }) => new URL(url));
  const basePaths = servers.map(({ pathname }) => pathname.replace(/\/$/, ""));
  return {
    document,
    resolve,
    basePaths: [...new Set(basePaths.length > 0 ? basePaths : [""])],
    hosts: [...new Set(servers.map(({ hostname }) => hostname))],
    operations: operations.map((operation) => ({
      ...operation,
      id: operation.id as OperationId,
      scenarios: new Map(scenariosOf(operation).map((scenario) => [scenario.name, scenario])),
      defaultStatus: defaultStatusOf(operation),
    })),
  };
}

/** Lists the named response examples of an operation, in the order of the spec. */
function scenariosOf({ responses }: Operation): Scenario[] {
  return responses
    .filter(({ status }) => status !== "default")
    .flatMap(({ status, content }) =>
      content.flatMap(({ mediaType, examples }) =>
        Object.keys(examples).map((name) => ({ name, status: lowestStatus(status), mediaType })),
      ),
    );
}

function defaultStatusOf({ responses }: Operation): number {
  const statuses = responses.map(({ status }) => status).filter((status) => status !== "default");
  const [success] = statuses.filter((status) => status.startsWith("2")).sort();
  return lowestStatus(success ?? statuses[0] ?? "200");
}

/** Returns 400 for `4XX`. */
const lowestStatus = (key: string) => Number(key.replaceAll(/x/gi, "0"));

export const testsigmaApi: Api = createApi(createSpec(document as unknown as OpenApiDocument));
