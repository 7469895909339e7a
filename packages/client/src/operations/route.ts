/** How an operation is sent, and what its successful response must hold; what the template and the method say is left out. */
export interface OperationRoute {
  /** Method and path template, such as `GET /projects/{project_id}`. */
  readonly route: string;
  /**
   * Where the input goes that stands neither in the path nor in `query`: into a JSON object, into the query, or, as `whole`,
   * its property `body` is the body.
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
  /** Whether a second execution changes nothing more, where the method says otherwise. */
  readonly isRepeatable?: boolean;
  /** What a successful JSON body must hold; without it, a success has no documented body. */
  readonly result?: Shape;
  /** Successful statuses that have no body, where others have one. */
  readonly empty?: readonly number[];
  /** A successful body that is not JSON. */
  readonly returns?: "text" | "blob";
  /** Dot paths to the array of a paged response; the first that exists wins. */
  readonly items?: readonly string[];
}

/** The operation of one id. The id is in its type alone: it keeps an operation from being given under the name of another. */
export interface Operation<Id extends string> extends OperationRoute {
  readonly id?: Id;
}

/** Operations, each below its id. */
export type Operations<Ids extends string> = { readonly [Id in Ids]: Operation<Id> };

export interface FormRoute {
  /** The parts that are files. */
  readonly files: readonly string[];
  /** The body is JSON, unless the input holds a Blob or one of these parts. */
  readonly onlyWith?: readonly string[];
}

/** What a JSON value must be: anything (`null`), an array, or an object with these properties. */
export type Shape = null | readonly [] | { readonly [property: string]: Shape };

/** The dot path of the first thing that a value lacks, `""` for the value itself; `undefined` when it lacks nothing. */
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
