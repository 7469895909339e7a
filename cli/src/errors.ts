import type { Outcome } from "@testsigma-tms/client";

/** The command was called in an invalid way: a setting, file or name is missing or not allowed. Nothing was written. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A report is missing, broken or of an unknown format. Nothing was written. */
export class ReportError extends Error {
  override readonly name = "ReportError";

  /** @param place the report, and the line in it, counted from 1; both begin the message */
  constructor(
    message: string,
    { file, line, cause }: { file?: string; line?: number | undefined; cause?: unknown } = {},
  ) {
    const where = file ? `${file}${line ? `:${line}` : ""}: ` : "";
    super(`${where}${message}`, cause === undefined ? {} : { cause });
  }
}

/** Results could not be recorded, or their run could not be created, found or closed. */
export class UploadError extends Error {
  override readonly name = "UploadError";
  /** The effect of the failed request, as far as it is known. */
  readonly outcome: Outcome;

  constructor(message: string, { outcome, cause }: { outcome: Outcome; cause?: unknown }) {
    super(message, cause === undefined ? {} : { cause });
    this.outcome = outcome;
  }
}

/** Returns the message of a failure, even if something else than an `Error` was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Returns the known effect of a failed request; `unknown` if the error does not tell. */
export function outcomeOf(error: unknown): Outcome {
  const outcome = error instanceof Error && "outcome" in error ? error.outcome : undefined;
  return outcome === "not-sent" || outcome === "rejected" || outcome === "no-effect" ? outcome : "unknown";
}

/** Returns whether the service rejected the input, because something does not exist or has an invalid form. */
export function isAboutInput(error: unknown): boolean {
  return error instanceof Error && "status" in error && [400, 404, 413, 422].includes(Number(error.status));
}

/**
 * Runs a function that only reads. If it fails, nothing was written, even if time was up.
 *
 * @throws {UploadError} with outcome `no-effect` instead of `unknown`
 */
export async function readOnly<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    const isUnknown = cause instanceof Error && "outcome" in cause && cause.outcome === "unknown";
    throw isUnknown ? new UploadError(`${cause.message}; nothing was written`, { outcome: "no-effect", cause }) : cause;
  }
}
