import type { Outcome } from "@testsigma-tms/client";

/** How many items of a list are asked for at a time. */
export const pageSize = 500;

/** A project. */
export interface Project {
  readonly id: string;
  readonly name: string;
  /** Prefix of its human ids, such as `DEMO`. */
  readonly prefix: string;
}

/** A test run. */
export interface Run {
  readonly id: string;
  /** Such as `DEMO-R-1`. */
  readonly humanId: string | undefined;
  readonly title: string;
  /** `ACTIVE`, `CLOSED`, or another word of the service. */
  readonly status: string;
  /** How many test cases it holds, where the service says so. */
  readonly caseCount: number | undefined;
}

/** What a new run is created with. */
export interface NewRun {
  readonly projectId: string;
  readonly title: string;
  readonly description: string;
  /** UUIDs of its test cases, or all of the project. */
  readonly cases: readonly string[] | "all";
  readonly planId?: string | undefined;
  readonly labels?: readonly string[];
}

/** A test case. */
export interface TestCase {
  readonly id: string;
  /** Such as `DEMO-12`. */
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

/** A run, by the project that it belongs to. */
export interface RunKey {
  readonly projectId: string;
  readonly runId: string;
}

/**
 * What reporting needs of the API, in one shape whether the service sends what is documented or what was observed.
 * Every failure has an `outcome`.
 */
export interface Service {
  listProjects(): AsyncIterable<Project>;
  listTestCases(projectId: string): AsyncIterable<TestCase>;
  /** Takes a UUID or a human id; `undefined` when there is none. */
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

/** What is known of the effect of a request that failed; `unknown` for a failure that does not say. */
export function outcomeOf(error: unknown): Outcome {
  const outcome = error instanceof Error && "outcome" in error ? error.outcome : undefined;
  return outcome === "not-sent" || outcome === "rejected" ? outcome : "unknown";
}

/** Returns whether the service rejected what was sent: something does not exist, or has a form that nothing has. */
export function isAboutInput(error: unknown): boolean {
  return error instanceof Error && "status" in error && [400, 404, 413, 422].includes(Number(error.status));
}
