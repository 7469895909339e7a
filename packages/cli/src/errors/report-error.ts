/** A report is missing, broken or of an unknown format. Nothing was sent. */
export class ReportError extends Error {
  override readonly name = "ReportError";
  /** Path of the report; `undefined` if none was found. */
  readonly file: string | undefined;
  /** Line in the report, counted from 1. */
  readonly line: number | undefined;

  constructor(message: string, place: { file?: string; line?: number | undefined; cause?: unknown } = {}) {
    const { file, line, cause } = place;
    const where = file ? `${file}${line ? `:${line}` : ""}: ` : "";
    super(`${where}${message}`, cause === undefined ? {} : { cause });
    this.file = file;
    this.line = line;
  }
}
