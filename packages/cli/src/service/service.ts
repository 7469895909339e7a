import type { Outcome } from "@testsigma-tms/client";

/** Number of list items that are requested at a time. */
export const pageSize = 500;

export interface Project {
  readonly id: string;
  readonly name: string;
  /** Prefix of its human ids, such as `DEMO`. */
  readonly prefix: string;
}

export interface Run {
  readonly id: string;
  /** The human id, such as `DEMO-R-1`. */
  readonly humanId: string | undefined;
  readonly title: string;
  /** `ACTIVE`, `CLOSED`, or another status of the service. */
  readonly status: string;
  /** Number of its test cases, if the service provides it. */
  readonly caseCount: number | undefined;
}

/** The properties of a new run. */
export interface NewRun {
  readonly projectId: string;
  readonly title: string;
  readonly description: string;
  /** UUIDs of its test cases, or `all` for every test case of the project. */
  readonly cases: readonly string[] | "all";
  readonly planId?: string | undefined;
  readonly labels?: readonly string[];
}

export interface TestCase {
  readonly id: string;
  /** The human id, such as `DEMO-12`. */
  readonly humanId: string;
  readonly title: string;
}

/** A test case inside a run, with its result. */
export interface RunCase {
  readonly testCaseId: string;
  readonly humanId: string | undefined;
  readonly title: string;
  readonly statusId: string | undefined;
  readonly statusName: string;
}

/** A result that a test case can have in a run. */
export interface ResultStatus {
  readonly id: string;
  readonly name: string;
}

/** A user of the organization. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly isActive: boolean;
}

/** The result to set for one test case. */
export interface ResultRow {
  readonly testCaseId: string;
  readonly statusId: string;
  readonly userId?: string | undefined;
  readonly description?: string | undefined;
}

/** A file to attach to one result. */
export interface AttachedFile {
  readonly name: string;
  readonly content: Blob;
}

/** The ids of a run and of its project. */
export interface RunKey {
  readonly projectId: string;
  readonly runId: string;
}

/**
 * The part of the API that reporting needs, in one shape for both the documented and the observed responses. Every
 * failure has an `outcome`.
 */
export interface Service {
  listProjects(): AsyncIterable<Project>;
  listTestCases(projectId: string): AsyncIterable<TestCase>;
  /** Finds a test case by UUID or human id; resolves to `undefined` if there is none. */
  findTestCase(projectId: string, id: string): Promise<TestCase | undefined>;
  listRuns(projectId: string, search?: string): AsyncIterable<Run>;
  getRun(key: RunKey): Promise<Run>;
  createRun(run: NewRun): Promise<Run>;
  closeRun(key: RunKey): Promise<void>;
  listRunCases(key: RunKey): AsyncIterable<RunCase>;
  setResults(key: RunKey, rows: readonly ResultRow[]): Promise<void>;
  attachFiles(key: RunKey, row: ResultRow, files: readonly AttachedFile[]): Promise<void>;
  listStatuses(): Promise<readonly ResultStatus[]>;
  listUsers(): AsyncIterable<User>;
}

/** Returns the known effect of a failed request; `unknown` if the error does not tell. */
export function outcomeOf(error: unknown): Outcome {
  const outcome = error instanceof Error && "outcome" in error ? error.outcome : undefined;
  return outcome === "not-sent" || outcome === "rejected" ? outcome : "unknown";
}

/** Returns whether the service rejected the input, because something does not exist or has an invalid form. */
export function isAboutInput(error: unknown): boolean {
  return error instanceof Error && "status" in error && [400, 404, 413, 422].includes(Number(error.status));
}
