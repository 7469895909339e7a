import type { Schema, Spec } from "@testsigma-tms/spec/reader";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const document = "openapi.json";
const validators = new WeakMap<Spec, (schema: Schema) => ValidateFunction>();

/**
 * Lists where a value does not match a schema of the spec, such as `/data/test_run/id must be string`; empty if it is
 * valid.
 */
export function violations(spec: Spec, schema: Schema, value: unknown): string[] {
  const validatorOf = validators.get(spec) ?? createValidators(spec);
  validators.set(spec, validatorOf);
  const validate = validatorOf(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`.trim());
}

function createValidators(spec: Spec): (schema: Schema) => ValidateFunction {
  // `strict` would reject the keywords that OpenAPI and our provenance marks add to JSON Schema.
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(spec.document, document);
  const compiled = new WeakMap<Schema, ValidateFunction>();
  return (schema) => {
    const validate = compiled.get(schema) ?? ajv.compile(withAbsoluteReferences(schema));
    compiled.set(schema, validate);
    return validate;
  };
}

/** Makes the references point into the document, so that a recursive schema stays finite. */
const withAbsoluteReferences = (schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${document}#/`));

/** Returns the schema of a property: by its name, else by the first matching pattern; `undefined` if there is none. */
export function propertyOf({ properties = {}, patternProperties = {} }: Schema, name: string): Schema | undefined {
  if (Object.hasOwn(properties, name)) return properties[name] as Schema;
  const pattern = Object.keys(patternProperties).find((each) => new RegExp(each, "u").test(name));
  return pattern === undefined ? undefined : (patternProperties[pattern] as Schema);
}
