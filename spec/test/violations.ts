import type { Schema } from "@testsigma-tms/codegen";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { document } from "./spec.ts";

// `strict` would reject the keywords that OpenAPI and the provenance marks add to JSON Schema.
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

/** Returns the violations of a schema of the spec by a value, one line each; empty if the value is valid. */
export function violations(schema: Schema, value: unknown): string[] {
  const validate = ajv.compile({ ...schema, components: document.components });
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
}
