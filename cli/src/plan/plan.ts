import type { FoundStatus, Project } from "../find/find-by-name.js";
import type { Run } from "../find/find-run.js";
import type { Attachment, ReportedTests } from "../match/collect-matches.js";
import type { TestStatus } from "../read/test-result.js";
import type { Settings } from "../settings/settings.js";

/** The writes of a report, all checked before the first is sent. */
export interface Plan {
  readonly project: Project;
  /** The run to report into, if the user named one; without it, a run is created or found by its title. */
  readonly namedRun: Run | undefined;
  readonly newRun: NewRun;
  readonly statuses: Readonly<Record<TestStatus, FoundStatus>>;
  /** UUID of the user who executed the tests. */
  readonly userId: string | undefined;
  readonly results: readonly PlannedResult[];
  /** Folders of the reports. Attached files must be in one of them, or in the working directory. */
  readonly folders: readonly string[];
  readonly close: Settings["close"];
  readonly unknownCases: readonly UnknownCase[];
  readonly tests: ReportedTests;
}

/** A run to create, unless it exists. */
export interface NewRun {
  readonly projectId: string;
  readonly title: string;
  readonly description: string;
  /** UUIDs of its test cases, or `all` for every test case of the project. */
  readonly cases: readonly string[] | "all";
  readonly planId: string | undefined;
  readonly labels: readonly string[];
}

export interface PlannedResult {
  readonly testCaseId: string;
  readonly humanId: string;
  readonly status: TestStatus;
  readonly description: string;
  /** The files to attach. */
  readonly attachments: readonly Attachment[];
}

/** An id that tests name but that the project does not have. */
export interface UnknownCase {
  readonly id: string;
  /** One of the tests that name it. */
  readonly test: string;
  /** A hint at what was probably meant, in words. */
  readonly hint: string;
}
