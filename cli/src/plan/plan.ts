import type { FoundStatus } from "../find/find-by-name.js";
import type { Matches } from "../match/collect-matches.js";
import type { TestStatus } from "../read/test-result.js";
import type { Settings } from "../settings/settings.js";

/** The writes of a report, all checked before the first is sent. */
export interface Plan {
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
}

/** The content of the reports, without the test cases. */
export interface ReportedTests extends Omit<Matches, "cases"> {
  /** Reports of an earlier run, which were not read. */
  readonly stale: readonly string[];
  /** What is odd about the reports or the map file, but no error. */
  readonly warnings: readonly string[];
}

/** The run to report into. */
export interface PlannedRun {
  /** UUID of a run that exists; without it, a run with this title is created or found. */
  readonly id?: string | undefined;
  readonly title: string;
  /** Template of its address in the app. */
  readonly url?: string | undefined;
  readonly description: string;
  /** Whether another build has another title. */
  readonly isOfBuild: boolean;
  /** UUIDs of the test cases of a new run, or `all` for every test case of the project. */
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

/** A run that cannot take the results, so that they go to the next one. */
export interface PassedRun {
  readonly title: string;
  readonly reason: string;
}
