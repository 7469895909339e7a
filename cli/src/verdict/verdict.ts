import { InputError } from "@testsigma-tms/client";
import type { Applied } from "../apply/apply-context.js";
import { outcomeOf, ReportError, UsageError } from "../errors.js";
import type { Counts } from "../match/collect-matches.js";
import { testStatuses } from "../read/test-result.js";
import type { Settings } from "../settings/settings.js";
import { count } from "../text/plain-text.js";

export const exitCodes = {
  done: 0,
  testsFailed: 1,
  /** A setting, file or name is wrong, or a report is missing or broken. Nothing was created. */
  usage: 2,
  rejected: 3,
  unknown: 4,
  notSent: 5,
  partlyRecorded: 6,
} as const;

/** What became of the upload; `skipped` if there is no API key, and `--on-upload-error warn` is set. */
export type Upload =
  | { readonly kind: "applied"; readonly applied: Pick<Applied, "not_recorded" | "close_failed"> }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "dry-run" | "skipped" };

export interface VerdictInput {
  readonly counts: Readonly<Counts> | undefined;
  readonly upload: Upload;
  readonly failOn: Settings["failOn"];
  readonly onUploadError: Settings["onUploadError"];
  readonly commandExitCode?: number | undefined;
}

/** The exit code, and why it is not 0. */
export interface Verdict {
  readonly exitCode: number;
  readonly reasons: readonly string[];
}

/** Returns the verdict: a failure of the test command comes first, then of the upload, then of tests. */
export function verdictOf({ counts, upload, failOn, onUploadError, commandExitCode = 0 }: VerdictInput): Verdict {
  const uploadCode = uploadExitCode(upload);
  // A wrong setting must not be ignored.
  const isWarning = onUploadError === "warn" && uploadCode !== exitCodes.usage;
  const bad = counts && failOn !== "never" ? countFrom(counts, failOn) : 0;
  const reasons: string[] = [];
  if (commandExitCode !== 0) reasons.push(`the test command exited with ${commandExitCode}`);
  if (uploadCode !== 0) reasons.push(`${problemOf(upload, uploadCode)}${isWarning ? " (--on-upload-error warn)" : ""}`);
  if (bad > 0) {
    const were = bad === 1 ? "was" : "were";
    reasons.push(`${count(bad, "test")} ${failOn === "failed" ? "failed" : `${were} ${failOn} or worse`}`);
  }
  const codes = [commandExitCode, isWarning ? 0 : uploadCode, bad > 0 ? exitCodes.testsFailed : 0];
  return { exitCode: codes.find((code) => code !== 0) ?? exitCodes.done, reasons };
}

function countFrom(counts: Readonly<Counts>, threshold: Exclude<Settings["failOn"], "never">): number {
  return testStatuses.slice(testStatuses.indexOf(threshold)).reduce((sum, status) => sum + counts[status], 0);
}

function uploadExitCode(upload: Upload): number {
  if (upload.kind === "failed") return exitCodeOf(upload.error);
  if (upload.kind !== "applied") return exitCodes.done;
  const { not_recorded, close_failed } = upload.applied;
  return not_recorded.length > 0 || close_failed ? exitCodes.partlyRecorded : exitCodes.done;
}

/** Returns the exit code of a failure, by its outcome; an error without one leaves the outcome unknown. */
export function exitCodeOf(error: unknown): number {
  const isUsage = error instanceof UsageError || error instanceof ReportError;
  // The client throws an InputError for input that it rejects before sending.
  if (isUsage || error instanceof InputError) return exitCodes.usage;
  const outcome = outcomeOf(error);
  if (outcome === "rejected") return exitCodes.rejected;
  return outcome === "unknown" ? exitCodes.unknown : exitCodes.notSent;
}

function problemOf(upload: Upload, code: number): string {
  if (code === exitCodes.usage) return "nothing was written";
  if (code === exitCodes.rejected) return "the service rejected the upload";
  if (code === exitCodes.partlyRecorded) return "not everything is recorded";
  if (code === exitCodes.unknown) return "it is unknown whether everything is recorded";
  const isUnread = upload.kind === "failed" && outcomeOf(upload.error) === "no-effect";
  return `could not ${isUnread ? "read from" : "reach"} the service; nothing was written`;
}
