/**
 * A JSON Schema (draft 2020-12) with the keywords that the generator supports. `$ref` is the name of another schema in
 * one table, so that a schema may contain itself. The type `file` is a `Blob`, a `File` or a string.
 */
export type Schema = boolean | ObjectSchema;

type Keywords<Name extends string, Value> = { readonly [name in Name]?: Value };

export interface ObjectSchema
  extends Keywords<"$ref" | "format" | "pattern", string>,
    Keywords<"minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf", number>,
    Keywords<"minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties", number>,
    Keywords<"items" | "additionalProperties" | "not", Schema>,
    Keywords<"prefixItems" | "allOf" | "anyOf" | "oneOf", readonly Schema[]>,
    Keywords<"properties" | "patternProperties", Schemas> {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly uniqueItems?: boolean;
  readonly required?: readonly string[];
}

export type Schemas = Readonly<Record<string, Schema>>;

/** The schemas of one operation. */
export interface OperationSchemas {
  /** The schema of the flat input without the body: path and query parameters, and `body` if that is not an object. */
  readonly parameters: Schema;
  /** The body, if its properties are in the input. */
  readonly body?: {
    readonly schema: Schema;
    readonly isRequired: boolean;
    /** The properties of the input that are not sent in the body. */
    readonly outside: readonly string[];
  };
  /** The schema of a successful response; `true` if it may be anything. */
  readonly result: Schema;
  /** The schema of each documented failure's body, by status, a range such as `4XX`, or `default`. */
  readonly errors: Schemas;
}

/** The content of `src/generated/schemas.ts`. */
export interface SchemaTables {
  /** The schemas that a `$ref` may name. */
  readonly schemas: Schemas;
  /** The schemas of each operation, by `operationId`. */
  readonly operationSchemas: Readonly<Record<string, OperationSchemas>>;
}
