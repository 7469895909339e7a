/** Thrown when a command was typed wrong; its message is for the person who typed it. */
export class UsageError extends Error {
  override name = "UsageError";
}
