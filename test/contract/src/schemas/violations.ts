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

/** Returns the paths of all properties of a value that no schema describes, such as `/data/test_run/labels`. */
export function unknownProperties(spec: Spec, schema: Schema, value: unknown): string[] {
  return inside([schema], value, "");

  function inside(schemas: Schema[], value: unknown, path: string): string[] {
    const all = schemas.flatMap((schema) => partsFor(value, schema));
    if (Array.isArray(value)) {
      const items = all.flatMap(({ items }) => (typeof items === "object" ? [items] : []));
      return items.length === 0 ? [] : value.flatMap((item, index) => inside(items, item, `${path}/${index}`));
    }
    if (typeof value !== "object" || value === null) return [];
    const described = all.filter(({ properties, patternProperties }) => properties ?? patternProperties);
    const others = all.flatMap(({ additionalProperties: schema }) => (typeof schema === "object" ? [schema] : []));
    // An object whose properties no schema describes may contain anything.
    if (described.length === 0 && others.length === 0) return [];
    return Object.entries(value).flatMap(([name, property]) => {
      const own = described.flatMap((schema) => propertyOf(schema, name) ?? []);
      const here = own.length > 0 ? own : others;
      return here.length === 0 ? [`${path}/${name}`] : inside(here, property, `${path}/${name}`);
    });
  }

  /** Returns a schema and its parts that apply to the value: of `anyOf` and `oneOf`, those that the value matches. */
  function partsFor(value: unknown, schema: Schema): Schema[] {
    const resolved = spec.resolve<Schema>(schema);
    const { allOf = [], anyOf = [], oneOf = [] } = resolved;
    const fitting = [...anyOf, ...oneOf].filter((alternative) => violations(spec, alternative, value).length === 0);
    return [resolved, ...[...allOf, ...fitting].flatMap((part) => partsFor(value, part))];
  }
}
