/** A report is missing, broken or of an unknown format. Nothing was sent. */
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
