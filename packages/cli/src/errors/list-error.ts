/** A list of the service ends early, for example because there is no known way to request its next page. */
export class ListError extends Error {
  override readonly name = "ListError";
}
