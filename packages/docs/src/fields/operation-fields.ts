import type { Example, Operation, Spec } from "@testsigma-tms/spec/reader";
import { bodyFields, type Field, headerFields, parameterFields } from "./read-fields.ts";

/** Every field of an operation, except those of errors. */
export interface OperationFields {
  parameters: Field[];
  bodies: { mediaType: string; fields: Field[] }[];
  /** The fields of each success response, in the spec's order. */
  responses: { status: string; headers: Field[]; fields: Field[] }[];
}

/** Reads the fields of an operation. Examples are taken from the documented body, then from the others. */
export function operationFields(spec: Spec, { parameters, requestBody, responses }: Operation): OperationFields {
  return {
    parameters: parameterFields(spec, parameters),
    bodies: (requestBody?.content ?? []).map(({ mediaType, schema, examples }, index) => ({
      mediaType,
      fields: bodyFields(spec, {
        schema,
        examples: documentedFirst(examples),
        place: index === 0 ? "body" : `body-${index + 1}`,
      }),
    })),
    responses: responses
      .filter(({ isSuccess }) => isSuccess)
      .map(({ status, headers, content }) => ({
        status,
        headers: headerFields(spec, headers, `${status}/headers`),
        fields: content.flatMap(({ schema, examples }) =>
          bodyFields(spec, { schema, examples: documentedFirst(examples), place: status, isFlat: true }),
        ),
      })),
  };
}

const documentedFirst = (examples: Record<string, Example>) => {
  const isDocumented = (example: Example) => Number(example["x-provenance"] === "documented");
  return Object.values(examples)
    .toSorted((one, other) => isDocumented(other) - isDocumented(one))
    .map(({ value }) => value);
};
