import type { Outcome } from "@testsigma-tms/client";

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

/** Returns the message of a failure, even if something else than an `Error` was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
