import type { Operation, SpecResponse } from "@testsigma-tms/codegen";

/** A part that Redoc draws: an operation with one body and one response at most. */
export interface OperationPart {
  /** The operation's id for the first part; a further one has a suffix. */
  name: string;
  body?: NonNullable<Operation["requestBody"]>["content"][number];
  response?: SpecResponse;
}

/**
 * Redoc shows one media type and one response at a time and lets readers choose the others by its script, which the page
 * does without. So each further request body, and each further success response, is a part of its own. Errors are not
 * among them: the page lists them itself.
 */
export function operationParts({ id, requestBody, responses }: Operation): OperationPart[] {
  const [body, ...bodies] = requestBody?.content ?? [];
  const [response, ...others] = responses.filter(({ isSuccess }) => isSuccess).flatMap(eachContent);
  return [
    { name: id, ...(body && { body }), ...(response && { response }) },
    ...bodies.map((each, index) => ({ name: `${id}-request-${index + 2}`, body: each })),
    ...others.map((each, index) => ({ name: `${id}-response-${index + 2}`, response: each })),
  ];
}

/** A response once for each of its media types. */
const eachContent = (response: SpecResponse): SpecResponse[] =>
  response.content.length > 1 ? response.content.map((content) => ({ ...response, content: [content] })) : [response];
