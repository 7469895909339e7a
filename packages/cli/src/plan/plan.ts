import type { Matches } from "../match/collect-matches.js";
import type { TestStatus } from "../read/test-result.js";
import type { Settings } from "../settings/definitions.js";

/** Version of the plan file's format. */
export const planVersion = 1;

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
  readonly mode: Settings["mode"];
  /** One for each test case, in mode `results`. */
  readonly results: readonly PlannedResult[];
  /** Files of results. */
  readonly attachments: readonly PlannedAttachment[];
  /** Reports to import, in mode `junit`. */
  readonly imports: readonly string[];
  readonly close: Settings["close"];
  /** Ids that tests name and that the project does not have. */
  readonly unknownCases: readonly UnknownCase[];
  /** What the reports say, for the verdict and the summary. */
  readonly tests: Omit<Matches, "cases">;
  readonly failOn: Settings["failOn"];
  readonly onUploadError: Settings["onUploadError"];
  /** What was written; changes while the plan is applied. */
  readonly progress: Progress;
}

/** The run that results go to. */
export interface PlannedRun {
  /** UUID of a run that exists; without it, one of this title is created or found. */
  readonly id?: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly ifExists: Settings["ifExists"];
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

/** What was written so far. */
export interface Progress {
  /** The title that a create was sent with; a run of this title can be this plan's own. */
  readonly creating?: string | undefined;
  readonly runId?: string | undefined;
  readonly humanId?: string | undefined;
  /** Files whose request was sent, whatever the result: they are never sent again. */
  readonly sentFiles: readonly string[];
  /** Import by report; the import is absent when its request was sent and its outcome is unknown. */
  readonly imports: Readonly<Record<string, string | null>>;
}
