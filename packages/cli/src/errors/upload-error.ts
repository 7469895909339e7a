import type { Outcome } from "@testsigma-tms/client";

/** Results could not be recorded, or their run could not be created, found or closed. */
export class UploadError extends Error {
  override readonly name = "UploadError";
  /** What is known of the effect. */
  readonly outcome: Outcome;

  constructor(message: string, { outcome, cause }: { outcome: Outcome; cause?: unknown }) {
    super(message, cause === undefined ? {} : { cause });
    this.outcome = outcome;
  }
}

/**
 * Runs what only reads. When it fails, nothing was written, whatever the outcome of the request.
 *
 * @throws {UploadError} with outcome `not-sent` in place of an unknown one
 */
export async function readOnly<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    const isUnknown = cause instanceof Error && "outcome" in cause && cause.outcome === "unknown";
    throw isUnknown ? new UploadError(`${cause.message}; nothing was written`, { outcome: "not-sent", cause }) : cause;
  }
}

/** The message of a failure, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
