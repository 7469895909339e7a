import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { mapNodes, nodeAt, nodesAt } from "../document/node.js";
import type { Schema } from "../document/operation.js";
import type { Resolve } from "../document/resolve.js";
import { limitedRegExp } from "./limited-regexp.js";

/** Something that does not match a schema. */
export interface SchemaError {
  /** From the root of the value. */
  path: string[];
  /** The JSON Schema keyword that failed. */
  keyword: string;
  message: string;
}

/** How values arrive: `parsed` ones have their types, `text` ones are converted to the types of the schema, in place. */
export type ValueKind = "parsed" | "text";

/** Checks values against the schemas of one document. A schema is compiled when it is first used. */
export class SchemaChecks {
  readonly #resolve: Resolve;
  readonly #validators = {
    parsed: new WeakMap<Schema, ValidateFunction>(),
    text: new WeakMap<Schema, ValidateFunction>(),
  };
  readonly #ajvs: Partial<Record<ValueKind, Ajv2020>> = {};

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  /** What in a request's value does not match; properties that only responses have are not required. */
  request(schema: Schema, value: unknown, kind: ValueKind = "parsed"): SchemaError[] {
    return this.#check(schema, value, kind, "readOnly");
  }

  /** What in a response's value does not match; properties that only requests have are not required. */
  response(schema: Schema, value: unknown): SchemaError[] {
    return this.#check(schema, value, "parsed", "writeOnly");
  }

  #check(schema: Schema, value: unknown, kind: ValueKind, excepted: string): SchemaError[] {
    const validate = this.#validators[kind].get(schema) ?? this.#compile(schema, kind);
    this.#validators[kind].set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).filter((error) => !this.#isExcepted(error, excepted)).map(toSchemaError);
  }

  #isExcepted({ keyword, params, parentSchema = {} }: ErrorObject, flag: string): boolean {
    if (keyword !== "required") return false;
    const property = nodeAt(nodeAt(parentSchema, "properties"), String(params.missingProperty));
    const parts = [property, ...nodesAt(property, "allOf")].map(this.#resolve);
    return parts.some((part) => part[flag] === true);
  }

  #compile(schema: Schema, kind: ValueKind): ValidateFunction {
    const ajv =
      this.#ajvs[kind] ??
      addFormats.default(
        new Ajv2020({
          strict: false,
          allErrors: true,
          verbose: true,
          validateSchema: false,
          meta: false,
          logger: false,
          coerceTypes: kind === "text" && "array",
          code: { regExp: limitedRegExp },
        }),
      );
    this.#ajvs[kind] = ajv;
    this.#addReferenced(schema, ajv);
    return ajv.compile(schema);
  }

  /** Adds what a schema refers to, one by one: a large document costs no more than what is used of it. */
  #addReferenced(schema: Schema, ajv: Ajv2020): void {
    mapNodes(schema, (node) => {
      const reference = node.$ref;
      if (typeof reference !== "string" || ajv.schemas[reference]) return node;
      const target = this.#resolve({ $ref: reference });
      ajv.addSchema(target, reference);
      this.#addReferenced(target, ajv);
      return node;
    });
  }
}

function toSchemaError({ instancePath, keyword, params, message = "" }: ErrorObject): SchemaError {
  const path = instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  return { path, keyword, message: message + detail(keyword, params) };
}

/** Ajv's messages leave out what is allowed, or what is too much. */
function detail(keyword: string, params: Record<string, unknown>): string {
  const { allowedValues, additionalProperty, unevaluatedProperty } = params;
  if (keyword === "enum" && Array.isArray(allowedValues)) return `: ${allowedValues.map(String).join(", ")}`;
  const unknown = additionalProperty ?? unevaluatedProperty;
  return unknown === undefined ? "" : `; found '${unknown}'`;
}
