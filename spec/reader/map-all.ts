/**
 * Maps every item, and throws one error that lists the problems of all of them, one per line, so that a spec can be
 * corrected in one go.
 */
export function mapAll<Item, Result>(items: readonly Item[], map: (item: Item, index: number) => Result): Result[] {
  const problems: string[] = [];
  const results = items.flatMap((item, index) => {
    try {
      return [map(item, index)];
    } catch (error) {
      if (!isProblem(error)) throw error;
      problems.push(error.message);
      return [];
    }
  });
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return results;
}

/** Returns whether an error is about the spec, and not a bug of the generator such as a `TypeError`. */
export function isProblem(error: unknown): error is Error {
  return error instanceof Error && error.name === "Error";
}
