import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Api } from "../api/api.js";
import type { Schema } from "../api/operation.js";

/** A place where a value does not match its schema. */
export interface SchemaError {
  /** The path from the root of the value. */
  path: string[];
  /** The JSON Schema keyword that failed. */
  keyword: string;
  message: string;
}

/** Checks values against the schemas of an API. A schema is compiled when it is first used. */
export class SchemaChecks {
  readonly #ajv: Ajv2020;
  readonly #validators = new WeakMap<Schema, ValidateFunction>();

  constructor({ schemas }: Pick<Api, "schemas">) {
    this.#ajv = addFormats.default(
      new Ajv2020({ strict: false, allErrors: true, validateSchema: false, meta: false, logger: false }),
    );
    for (const [name, schema] of Object.entries(schemas)) this.#ajv.addSchema(schema, name);
  }

  /** Lists where a value does not match its schema. */
  check(schema: Schema, value: unknown): SchemaError[] {
    const validate = this.#validators.get(schema) ?? this.#ajv.compile(schema);
    this.#validators.set(schema, validate);
    validate(value);
    return (validate.errors ?? []).map(toSchemaError);
  }
}

function toSchemaError({ instancePath, keyword, params, message }: ErrorObject): SchemaError {
  const path = instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  return { path, keyword, message: `${message}${detail(params)}` };
}

/** Returns the allowed values or the unknown property, which Ajv's messages leave out. */
function detail({ allowedValues, additionalProperty, unevaluatedProperty }: Record<string, unknown>): string {
  if (Array.isArray(allowedValues)) return `: ${allowedValues.map(String).join(", ")}`;
  const unknown = additionalProperty ?? unevaluatedProperty;
  return unknown === undefined ? "" : `; found '${unknown}'`;
}
