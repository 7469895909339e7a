import type { Schema } from "@testsigma-tms/codegen";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { document } from "./spec.ts";

// `strict` would reject the properties that OpenAPI and the provenance marks add to JSON Schema.
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

/** What is wrong with a value by a schema of the spec, a line for each fault; empty where it is valid. */
export function violations(schema: Schema, value: unknown): string[] {
  const validate = ajv.compile({ ...schema, components: document.components });
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
}
