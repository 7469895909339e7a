import type { Matches } from "../match/collect-matches.js";
import type { TestStatus } from "../read/test-result.js";
import type { Settings } from "../settings/definitions.js";

/** Version of the plan file's format. */
export const planVersion = 2;

/**
 * What will be written, and what was written already. It is a file before the first write, so that an interrupted report
 * can be continued.
 */
export interface Plan {
  readonly version: typeof planVersion;
  /** Address of the API; a plan is for one service. */
  readonly baseUrl: string | undefined;
  readonly project: { readonly id: string; readonly name: string; readonly prefix: string };
  readonly run: PlannedRun;
  /** The organization's name of each result. */
  readonly statusNames: Readonly<Record<TestStatus, string>>;
  /** One for each test case. */
  readonly results: readonly PlannedResult[];
  /** Files of results. */
  readonly attachments: readonly PlannedAttachment[];
  readonly close: Settings["close"];
  /** Ids that tests name and that the project does not have. */
  readonly unknownCases: readonly UnknownCase[];
  /** What the reports say, for the verdict and the summary. */
  readonly tests: ReportedTests;
  readonly failOn: Settings["failOn"];
  readonly onUploadError: Settings["onUploadError"];
  /** What was written; changes while the plan is applied. */
  readonly progress: Progress;
}

/** What the reports say, without the test cases. */
export interface ReportedTests extends Omit<Matches, "cases"> {
  /** Reports of an earlier run, which were not read. */
  readonly stale: readonly string[];
}

/** The run that results go to. */
export interface PlannedRun {
  /** UUID of a run that exists; without it, one of this title is created or found. */
  readonly id?: string | undefined;
  readonly title: string;
  readonly description: string;
  /** Attempt of the build, counted from 1, where the CI system tells it. */
  readonly attempt?: number | undefined;
  readonly ifExists: Settings["ifExists"];
  readonly onConflict: OnConflict;
  readonly uniqueTitles: boolean;
  /** UUIDs of the test cases that a new run holds, or all of the project. */
  readonly cases: readonly string[] | "all";
  readonly planId?: string | undefined;
  readonly labels: readonly string[];
}

/** The result of one test case. */
export interface PlannedResult {
  readonly testCaseId: string;
  readonly humanId: string;
  readonly title: string;
  readonly status: TestStatus;
  readonly statusId: string;
  readonly statusName: string;
  readonly userId?: string | undefined;
  readonly description: string;
  readonly flaky: boolean;
}

/** A file that goes to the result of one test case. */
export interface PlannedAttachment {
  readonly testCaseId: string;
  /** Absolute. */
  readonly file: string;
}

/** An id that tests name and that the project does not have. */
export interface UnknownCase {
  readonly id: string;
  /** One of the tests that name it. */
  readonly test: string;
  /** What was probably meant, in words. */
  readonly hint: string;
}

/** What happens to a test case for which another job recorded another result: the worse stays, ours replaces it, or neither. */
export type OnConflict = NonNullable<Settings["onConflict"]>;

/** A run that cannot hold the results, so that they go to the run of the next title. */
export interface PassedRun {
  readonly title: string;
  readonly reason: string;
}

/** What was written so far. */
export interface Progress {
  readonly passedRuns: readonly PassedRun[];
  /** The title that a create was sent with; a run of this title can be this plan's own. */
  readonly creating?: string | undefined;
  readonly runId?: string | undefined;
  readonly humanId?: string | undefined;
  /** Keys of attachments whose request was sent: they are never sent again. */
  readonly sentFiles: readonly string[];
  /** Keys of attachments that the service accepted. */
  readonly attachedFiles: readonly string[];
}
