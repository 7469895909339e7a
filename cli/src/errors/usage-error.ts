/** The command was called in an invalid way: a setting, file or name is missing or not allowed. Nothing was sent. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
