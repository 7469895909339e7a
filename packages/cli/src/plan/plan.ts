import type { FoundStatus } from "../find/find-statuses.js";
import type { Matches } from "../match/collect-matches.js";
import type { TestStatus } from "../read/test-result.js";
import type { Settings } from "../settings/definitions.js";

/** Version of the plan file's format. */
export const planVersion = 3;

/**
 * The writes of a report, both planned and done. It is saved to a file before the first write, so that an interrupted
 * report can be continued.
 */
export interface Plan {
  readonly version: typeof planVersion;
  /** Address of the API; a plan belongs to one service. */
  readonly baseUrl: string | undefined;
  readonly project: { readonly id: string; readonly name: string; readonly prefix: string };
  readonly run: PlannedRun;
  readonly statuses: Readonly<Record<TestStatus, FoundStatus>>;
  /** UUID of the user who executed the tests. */
  readonly userId?: string | undefined;
  /** One result for each test case. */
  readonly results: readonly PlannedResult[];
  /** Files to attach to results. */
  readonly attachments: readonly PlannedAttachment[];
  readonly close: Settings["close"];
  /** Ids that tests name but that the project does not have. */
  readonly unknownCases: readonly UnknownCase[];
  /** The content of the reports, for the verdict and the summary. */
  readonly tests: ReportedTests;
  readonly failOn: Settings["failOn"];
  readonly onUploadError: Settings["onUploadError"];
  /** The writes that were done; changes while the plan is applied. */
  readonly progress: Progress;
}

/** The content of the reports, without the test cases. */
export interface ReportedTests extends Omit<Matches, "cases"> {
  /** Reports of an earlier run, which were not read. */
  readonly stale: readonly string[];
}

/** The run to report into. */
export interface PlannedRun {
  /** UUID of a run that exists; without it, a run with this title is created or found. */
  readonly id?: string | undefined;
  readonly title: string;
  readonly description: string;
  /** Attempt of the build, counted from 1, if the CI system provides it. */
  readonly attempt?: number | undefined;
  readonly ifExists: Settings["ifExists"];
  /** The policy for a different result of another job: keep the worse one, replace it with ours, or do neither. */
  readonly onConflict: NonNullable<Settings["onConflict"]>;
  readonly uniqueTitles: boolean;
  /** UUIDs of the test cases that a new run holds, or `all` for every test case of the project. */
  readonly cases: readonly string[] | "all";
  readonly planId?: string | undefined;
  readonly labels: readonly string[];
}

/** The result of one test case. */
export interface PlannedResult {
  readonly testCaseId: string;
  readonly humanId: string;
  readonly status: TestStatus;
  readonly description: string;
}

/** A file to attach to the result of one test case. */
export interface PlannedAttachment {
  readonly testCaseId: string;
  /** Absolute path. */
  readonly file: string;
}

/** An id that tests name but that the project does not have. */
export interface UnknownCase {
  readonly id: string;
  /** One of the tests that name it. */
  readonly test: string;
  /** A hint at what was probably meant, in words. */
  readonly hint: string;
}

/** A run that cannot hold the results, so that they go to the run of the next title. */
export interface PassedRun {
  readonly title: string;
  readonly reason: string;
}

/** The writes that were done so far. */
export interface Progress {
  readonly passedRuns: readonly PassedRun[];
  /** The title that a create was sent with; a run with this title may have been created by this plan. */
  readonly creating?: string | null;
  readonly runId?: string | null;
  readonly humanId?: string | null;
  /** Keys of attachments whose request was sent: they are never sent again. */
  readonly sentFiles: readonly string[];
  /** Keys of attachments that the service accepted. */
  readonly attachedFiles: readonly string[];
}
