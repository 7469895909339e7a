/** The way an operation is sent, and what its successful response must hold; what template and method say is left out. */
export interface OperationRoute {
  /** Method and path template, such as `GET /projects/{project_id}`. */
  readonly route: string;
  /**
   * The place of the input that is neither in the path nor in `query`: a JSON object, the query, or, as `whole`, the body is
   * the property `body` alone.
   *
   * @default "json" for POST, PUT and PATCH, else "query"
   */
  readonly rest?: "json" | "query" | "whole";
  /** Query parameters of an operation that has a body. */
  readonly query?: readonly string[];
  /** Properties that go into path or query, and into the body too. */
  readonly shared?: readonly string[];
  /** The input has header parameters, below `headers`. */
  readonly headers?: true;
  /** The body is a form. */
  readonly form?: FormRoute;
  /** Set where the method is wrong about whether a second execution changes nothing more. */
  readonly isRepeatable?: boolean;
  /** The least that a successful JSON body must hold; without it, a success has no documented body. */
  readonly result?: Shape;
  /** Successful statuses that have no body, where others have one. */
  readonly empty?: readonly number[];
  /** A successful body that is not JSON. */
  readonly returns?: "text" | "blob";
  /** Dot paths to the array of a paged response; the first that exists wins. */
  readonly items?: readonly string[];
}

/** A form, which is sent as `multipart/form-data`. */
export interface FormRoute {
  /** The parts that are files. */
  readonly files: readonly string[];
  /** The body is JSON, unless the input holds a Blob or one of these parts. */
  readonly onlyWith?: readonly string[];
}

/** The least that a JSON value must be: anything (`null`), an array, or an object with these properties. */
export type Shape = null | readonly never[] | { readonly [property: string]: Shape };

/** Returns the dot path of the first thing that a value lacks, `""` for the value itself; `undefined` if it lacks nothing. */
export function findMissing(value: unknown, shape: Shape, path = ""): string | undefined {
  if (shape === null) return value === undefined ? path : undefined;
  if (Array.isArray(shape)) return Array.isArray(value) ? undefined : path;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return path;
  for (const [name, inner] of Object.entries(shape)) {
    const missing = findMissing(Object(value)[name], inner, path ? `${path}.${name}` : name);
    if (missing !== undefined) return missing;
  }
  return undefined;
}
