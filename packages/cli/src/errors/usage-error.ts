/** The command was called in a way that cannot work: a setting, file or name is missing or not allowed. Nothing was sent. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
