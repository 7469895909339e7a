import type { Operation, Schema, Spec } from "@testsigma-tms/codegen";
import { merged } from "../schemas/merged.ts";
import { propertyOf } from "../schemas/property-of.ts";

/** A body as it is sent: JSON, or a form with one part for each property. */
export function encodedBody(spec: Spec, operation: Operation, body: unknown, mediaType: string): string | FormData {
  if (mediaType !== "multipart/form-data") return JSON.stringify(body);
  const schema = operation.requestBody?.content.find((content) => content.mediaType === mediaType)?.schema ?? {};
  const whole = merged(spec, schema);
  const form = new FormData();
  for (const [name, value] of Object.entries(body as object)) {
    const part = merged(spec, propertyOf(whole, name) ?? {});
    for (const item of [value].flat()) form.append(name, partOf(item, part));
  }
  return form;
}

function partOf(value: unknown, schema: Schema): string | File {
  const part = asFile(value, schema);
  return part instanceof File || typeof part === "string" ? part : JSON.stringify(part);
}

/** The value of a part as a file where the part's schema says that it is one, else as it is. */
export function asFile(value: unknown, { format, contentMediaType: type = "" }: Schema): unknown {
  return format === "binary" || type ? new File([String(value)], "report.xml", { type }) : value;
}
