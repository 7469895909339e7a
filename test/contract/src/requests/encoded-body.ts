import { fileType, merged, type Operation, type Schema, type Spec } from "@testsigma-tms/codegen";
import { propertyOf } from "../schemas/property-of.ts";

/** Encodes a body for sending: as JSON, or as a form with one part per property. */
export function encodedBody(spec: Spec, operation: Operation, body: unknown, mediaType: string): string | FormData {
  if (mediaType !== "multipart/form-data") return JSON.stringify(body);
  const schema = operation.requestBody?.content.find((content) => content.mediaType === mediaType)?.schema ?? {};
  const whole = merged(schema, spec.resolve);
  const form = new FormData();
  for (const [name, value] of Object.entries(body as object)) {
    const part = merged(propertyOf(whole, name) ?? {}, spec.resolve);
    for (const item of [value].flat()) form.append(name, partOf(item, part));
  }
  return form;
}

function partOf(value: unknown, schema: Schema): string | File {
  const part = asFile(value, schema);
  return part instanceof File || typeof part === "string" ? part : JSON.stringify(part);
}

/** Returns the value of a part as a file if its schema says that it is one, else unchanged. */
export function asFile(value: unknown, schema: Schema): unknown {
  const type = fileType(schema);
  return type ? new File([String(value)], "report.xml", { type }) : value;
}
