/** Thrown when a package could not be generated or built; the reason stands above it in the terminal. */
export class BuildError extends Error {
  override name = "BuildError";
}
