import {
  hasFiles,
  isObject,
  type Operation,
  propertiesOf,
  type Resolve,
  requiredOf,
  type Schema,
} from "@testsigma-tms/codegen";
import type { FormRoute } from "../src/operations/operation-route.ts";

/** A request body, as the generator needs it. */
export interface Body {
  isRequired: boolean;
  /**
   * The form of a JSON body: the properties of an object are in the input; any other JSON (`whole`) is given as `body`.
   */
  json: "properties" | "whole" | undefined;
  jsonSchema: Schema | undefined;
  formSchema: Schema | undefined;
  form: FormRoute | undefined;
  /** Every property that is in the input. */
  properties: Map<string, Schema>;
  /** The names of the required properties. */
  required: string[];
}

const readable = ["application/json", "multipart/form-data"];

/** Reads the request body of an operation; rejects a body that the client could not send. */
export function readBody(where: string, { method, requestBody }: Operation, resolve: Resolve): Body | undefined {
  if (!requestBody) return undefined;
  if (method === "GET" || method === "HEAD") throw new Error(`${where}: fetch sends no body with ${method}.`);
  const unknown = requestBody.content.find(({ mediaType }) => !readable.includes(mediaType));
  if (unknown) {
    throw new Error(
      `${where}: a request body of ${unknown.mediaType} is not supported. Supported: ${readable.join(", ")}.`,
    );
  }
  const schemaOf = (mediaType: string) => {
    const content = requestBody.content.find((candidate) => candidate.mediaType === mediaType);
    return content && (content.schema ?? {});
  };
  const jsonSchema = schemaOf("application/json");
  const formSchema = schemaOf("multipart/form-data");
  const hasProperties = jsonSchema !== undefined && isObject(jsonSchema, resolve);
  if (formSchema && !isObject(formSchema, resolve)) throw new Error(`${where}: the form is no object of parts.`);
  if (formSchema && jsonSchema && !hasProperties) throw new Error(`${where}: beside a form, JSON must be an object.`);

  const inJson = hasProperties ? propertiesOf(jsonSchema, resolve) : new Map<string, Schema>();
  const inForm = formSchema ? propertiesOf(formSchema, resolve) : new Map<string, Schema>();
  const files = [...inForm].filter(([, schema]) => hasFiles(schema, resolve)).map(([name]) => name);
  const onlyInForm = [...inForm.keys()].filter((name) => !inJson.has(name));
  return {
    isRequired: requestBody.isRequired,
    json: jsonSchema && (hasProperties ? "properties" : "whole"),
    jsonSchema,
    formSchema,
    form: formSchema && { files, ...(jsonSchema && { onlyWith: onlyInForm }) },
    properties: new Map([...inForm, ...inJson]),
    required: requiredOf((hasProperties ? jsonSchema : formSchema) ?? {}, resolve),
  };
}
