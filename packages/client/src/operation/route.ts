import type { Call } from "../errors.js";

/**
 * Describes how an operation is sent and what its successful response must contain; whatever follows from the template
 * and the method is left out.
 */
export interface OperationRoute {
  /** The method and path template, such as `GET /projects/{project_id}`. */
  readonly route: string;
  /**
   * The destination of all input that is neither in the path nor in `query`: a JSON object, the query string or, for
   * `whole`, a body that consists of the property `body` alone.
   *
   * @default "json" for POST, PUT and PATCH, else "query"
   */
  readonly rest?: "json" | "query" | "whole";
  /** The query parameters of an operation that has a body. */
  readonly query?: readonly string[];
  /** The properties that are sent both in the path or query and in the body. */
  readonly shared?: readonly string[];
  /** Set if the input has header parameters, under `headers`. */
  readonly headers?: true;
  /** Set if the body is a form. */
  readonly form?: FormRoute;
  /** Set if the method alone gives the wrong answer to whether the request may be executed twice without harm. */
  readonly isRepeatable?: boolean;
  /** The minimum content of a successful JSON body; without it, a success has no documented JSON body. */
  readonly result?: Shape;
  /** The successful statuses without a body, if others have one. */
  readonly empty?: readonly number[];
  /** Set if the successful body is not JSON. */
  readonly returns?: "text" | "blob";
  /** The dot paths to the array of a paged response; the first that exists wins. */
  readonly items?: readonly string[];
}

/** A form, which is sent as `multipart/form-data`. */
export interface FormRoute {
  readonly files: readonly string[];
  /** The body is JSON unless the input contains a `Blob` or one of these parts. */
  readonly onlyWith?: readonly string[];
}

/** The minimum content of a JSON value: anything (`null`), an array, or an object with these properties. */
export type Shape = null | readonly never[] | { readonly [property: string]: Shape };

/** Returns the operation as it appears in errors and hooks. */
export function callOf(operation: string, { route }: OperationRoute): Call {
  const [method = "", path = ""] = route.split(" ");
  return { operation, method, path };
}

export function pathNames(template: string): string[] {
  return template.split(/[{}]/).filter((_part, index) => index % 2 === 1);
}

/** Returns where an operation's input goes if its route does not say it. */
export function defaultRest(method: string): "json" | "query" {
  return ["POST", "PUT", "PATCH"].includes(method) ? "json" : "query";
}

/** A list operation, and the place of the items in its response. */
export interface ListOperation {
  readonly call: Call;
  /** The dot paths to the items; the first that leads to an array wins. */
  readonly items: readonly string[];
}

/**
 * The call option by which `paginate` asks a method for its list operation, before the method sends anything. Like any
 * option, it passes spies, proxies, bound functions and other wrappers of the method, which a property of the method
 * would not. It is registered, so that a second copy of this package knows it.
 */
export const askForList: unique symbol = Symbol.for("@testsigma-tms/client.list") as never;

export interface ListInquiry {
  /** Called with `undefined` by a method that does not list; what it throws, the call rejects with. */
  readonly [askForList]?: (operation: ListOperation | undefined) => void;
}
