/** A list of the service ends early: there is a next page, and no way to ask for it is known. */
export class ListError extends Error {
  override readonly name = "ListError";
}
