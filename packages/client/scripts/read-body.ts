import { hasFiles, isObject, type Operation, propertiesOf, type Resolve, requiredOf } from "@testsigma-tms/codegen";
import type { FormRoute } from "../src/operations/operation-route.ts";

const readable = ["application/json", "multipart/form-data"];

/**
 * Reads the request body of an operation; rejects a body that the client could not send. The properties of an object are
 * in the input; any other JSON is the input's property `body`, and is `whole`.
 */
export function readBody(where: string, { method, requestBody }: Operation, resolve: Resolve) {
  if (!requestBody) return undefined;
  if (method === "GET" || method === "HEAD") throw new Error(`${where}: fetch sends no body with ${method}.`);
  const unknown = requestBody.content.find(({ mediaType }) => !readable.includes(mediaType));
  if (unknown) {
    const supported = `Supported: ${readable.join(", ")}.`;
    throw new Error(`${where}: a request body of ${unknown.mediaType} is not supported. ${supported}`);
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

  const inJson = propertiesOf((hasProperties && jsonSchema) || {}, resolve);
  const inForm = propertiesOf(formSchema ?? {}, resolve);
  const files = [...inForm].filter(([, schema]) => hasFiles(schema, resolve)).map(([name]) => name);
  const onlyInForm = [...inForm.keys()].filter((name) => !inJson.has(name));
  const form: FormRoute | undefined = formSchema && { files, ...(jsonSchema && { onlyWith: onlyInForm }) };
  return {
    isRequired: requestBody.isRequired,
    isWhole: jsonSchema !== undefined && !hasProperties,
    jsonSchema,
    formSchema,
    form,
    /** Every property that is in the input. */
    properties: new Map([...inForm, ...inJson]),
    required: requiredOf((hasProperties ? jsonSchema : formSchema) ?? {}, resolve),
  };
}
