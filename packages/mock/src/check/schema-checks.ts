import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Api } from "../api.js";

/** A place where a value does not match its schema. */
export interface SchemaError {
  /** The path from the root of the value. */
  path: string[];
  /** The JSON Schema keyword that failed. */
  keyword: string;
  message: string;
}

/** The name under which Ajv knows the document. */
const base = "api";

/** Checks values against the schemas of an API. A schema is compiled when it is first used. */
export class SchemaChecks {
  readonly #ajv: Ajv2020;
  /** Converts texts to the types of a schema, as in Prism. */
  readonly #ofTexts: Ajv2020;
  readonly #validators = new WeakMap<object, ValidateFunction>();

  constructor({ document }: Pick<Api, "document">) {
    const create = (options: Options) => {
      const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, meta: false, ...options });
      addFormats.default(ajv).addSchema({ components: { schemas: document.components?.schemas } }, base);
      return ajv;
    };
    this.#ajv = create({ logger: false });
    this.#ofTexts = create({ logger: false, coerceTypes: "array" });
  }

  /** Lists where a value does not match its schema. Texts in an object are converted in place if they `areTexts`. */
  check(schema: object, value: unknown, areTexts = false): SchemaError[] {
    const ajv = areTexts ? this.#ofTexts : this.#ajv;
    const validate = this.#validators.get(schema) ?? ajv.compile(withBase(schema));
    this.#validators.set(schema, validate);
    validate(value);
    return (validate.errors ?? []).map(toSchemaError);
  }
}

/** Copies a schema with its references, which are relative to the document, below the name of the document. */
const withBase = (schema: object): object =>
  JSON.parse(JSON.stringify(schema), (key, value) =>
    key === "$ref" && String(value).startsWith("#") ? base + value : value,
  );

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
