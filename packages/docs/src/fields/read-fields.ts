import {
  type Header,
  merged,
  type Parameter,
  type Provenance,
  type Schema,
  type Spec,
} from "@testsigma-tms/spec/reader";
import { uniqueId } from "../content/sections.ts";
import { limitsOf, typeText } from "./type-text.ts";

/** A parameter, a header, or a property of a body, at any depth. */
export interface Field {
  /** The id, unique within its operation, such as `body/static_selection_filters[]/field`. */
  id: string;
  /** The path to the field, such as `static_selection_filters[].`; empty at the top. */
  parents: string;
  name: string;
  /** The type in words, such as `array of strings`. */
  type: string;
  /** The limits on a value besides its type, in words. */
  limits: string[];
  isRequired: boolean;
  /** The origin of the statement that the field is required. */
  requiredMark: Provenance | undefined;
  mark: Provenance | undefined;
  /** The sources, if the field is observed. */
  sources: string[];
  isDeprecated: boolean;
  description: string;
  /** Every allowed value; empty if others are allowed too. */
  values: unknown[];
  /** The known values of an open field. */
  knownValues: unknown[];
  /** An example; `undefined` if there is none. */
  example: unknown;
  /** The condition under which the field is present, such as `If it is an object`; empty for most fields. */
  condition: string;
}

/** A body whose fields are read. */
export interface Body {
  schema: Schema | undefined;
  /** The example bodies, the best one first. */
  examples: unknown[];
  /** The first part of each id: `body`, or the status of a response. */
  place: string;
  /** Leaves out examples and documented objects that only hold other fields, as the documentation of responses does. */
  isFlat?: boolean;
}

interface Place {
  path: string[];
  condition: string;
  /** The references that lead to the node: a schema that contains itself is shown once. */
  around: readonly string[];
}

/** Reads every field of a body, each one before the fields that it contains. */
export function bodyFields(spec: Spec, { schema, examples, place, isFlat = false }: Body): Field[] {
  const fields: Field[] = [];
  const ids = new Set<string>();
  if (schema) readSchema(schema, { path: [], condition: "", around: [] });
  return fields;

  function readSchema(node: Schema, { path, condition, around }: Place): void {
    if (referencesOf([node]).some((reference) => around.includes(reference))) return;
    const schema = merged(node, spec.resolve);
    const { properties, patternProperties, additionalProperties, items, anyOf = [], oneOf = [] } = schema;
    const parts = spec.resolve<Schema>(node).allOf ?? [];
    const inner = { path, condition, around: [...around, ...referencesOf([node, ...parts])] };
    const others = typeof additionalProperties === "object" ? { "(any other name)": additionalProperties } : {};
    for (const [name, property] of Object.entries({ ...properties, ...patternProperties, ...others })) {
      readField(schema, name, property as Schema, inner);
    }
    for (const each of [...anyOf, ...oneOf]) {
      readSchema(each as Schema, { ...inner, condition: `If it is ${withArticle(typeText(spec, each as Schema))}` });
    }
    if (typeof items === "object") {
      readSchema(items as Schema, { ...inner, path: [...path.slice(0, -1), `${path.at(-1) ?? ""}[]`] });
    }
  }

  function readField(owner: Schema, name: string, node: Schema, { condition, ...around }: Place): void {
    const path = [...around.path, name];
    const schema = merged(node, spec.resolve);
    const isRequired = owner.required?.includes(name) === true;
    const isShown = !isFlat || !isWrapper(schema);
    if (isShown) {
      fields.push({
        ...describe(spec, schema),
        id: uniqueId([place, ...path].join("/"), ids),
        parents: path.slice(0, -1).join(".") + (path.length > 1 ? "." : ""),
        name,
        isRequired,
        requiredMark: isRequired ? owner["x-required-provenance"] : undefined,
        // The whole response is shown next to its fields.
        example: isFlat ? undefined : exampleAt(path, schema),
        condition,
      });
    }
    readSchema(node, { ...around, condition: isShown ? "" : condition, path });
  }

  function exampleAt(path: string[], schema: Schema): unknown {
    if (schema.enum !== undefined || schema.const !== undefined) return undefined;
    const shownValue = examples.map((example) => valueAt(example, path)).find(isShort);
    return shownValue ?? [schema.example, ...(schema.examples ?? [])].find(isShort);
  }
}

/** Reads the parameters of a request. */
export function parameterFields(spec: Spec, parameters: Parameter[]): Field[] {
  return parameters.map((parameter) => namedField(spec, parameter.in ?? "", parameter.name ?? "", parameter));
}

/** Reads the headers of a response. */
export function headerFields(spec: Spec, headers: Record<string, Header>, place: string): Field[] {
  return Object.entries(headers).map(([name, header]) => namedField(spec, place, name, header));
}

function namedField(spec: Spec, place: string, name: string, node: Parameter | Header): Field {
  const schema = spec.resolve<Schema>((node.schema ?? {}) as Schema);
  const [named] = Object.values(node.examples ?? {});
  const value = named && "value" in named ? named.value : undefined;
  const own = describe(spec, schema);
  return {
    ...own,
    id: `${place}/${name}`,
    parents: "",
    name,
    isRequired: node.required === true,
    requiredMark: node["x-required-provenance"],
    mark: node["x-provenance"] ?? own.mark,
    sources: node["x-source"] ?? own.sources,
    isDeprecated: node.deprecated === true || own.isDeprecated,
    description: node.description?.trim() || own.description,
    example: own.values.length > 0 ? undefined : [node.example, value, schema.example].find(isShort),
    condition: "",
  };
}

function describe(spec: Spec, schema: Schema) {
  return {
    type: typeText(spec, schema),
    limits: limitsOf(schema),
    mark: schema["x-provenance"],
    sources: schema["x-source"] ?? [],
    isDeprecated: schema.deprecated === true,
    description: schema.description?.trim() ?? "",
    values: schema.const === undefined ? (schema.enum ?? []) : [schema.const],
    knownValues: schema["x-known-values"] ?? [],
  };
}

const referencesOf = (nodes: object[]) => nodes.flatMap((node) => ("$ref" in node ? [String(node.$ref)] : []));

/** Returns whether a schema is an object that has nothing to show but its fields. */
const isWrapper = ({ type, properties, "x-provenance": mark = "documented", deprecated }: Schema) =>
  type === "object" && properties !== undefined && mark === "documented" && !deprecated;

/** Returns the value at a path of an example, in the first item of each array. */
function valueAt(example: unknown, path: string[]): unknown {
  return path.reduce((value: unknown, part) => {
    const name = part.replace(/(\[\])+$/, "");
    const inner: unknown = name === "" ? value : isObject(value) ? Reflect.get(value, name) : undefined;
    const depth = (part.length - name.length) / 2;
    return Array.from({ length: depth }).reduce((list: unknown) => (Array.isArray(list) ? list[0] : undefined), inner);
  }, example);
}

/** Returns whether a value is worth showing at a field: samples show objects, and an empty value says nothing. */
function isShort(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((each) => !isObject(each));
  return value !== undefined && value !== null && value !== "" && !isObject(value);
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

const withArticle = (type: string) => `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
