import { createInstance } from "@stoplight/prism-http";
import type { Operation } from "../document/operation.js";
import {
  type Components,
  components,
  config,
  type PrismRequest,
  right,
  run,
  toViolations,
  type Violation,
} from "../engine/engine.js";
import { checkAnswer } from "../engine/make-response.js";

const noAnswer: Components["mock"] = () => () => right({ statusCode: 204 });

const credentialChecker = createInstance({ ...config, checkSecurity: true }, { ...components, mock: noAnswer });

/** Whether a request lacks a credential that its operation asks for. */
export async function lacksCredential({ prism }: Operation, request: PrismRequest): Promise<boolean> {
  const { validations } = await run(credentialChecker, request, prism);
  return toViolations(validations.input).length > 0;
}

const requestChecker = createInstance({ ...config, validateRequest: true }, { ...components, mock: noAnswer });

/** What in a request does not fit its operation. */
export async function checkRequest(operation: Operation, request: PrismRequest): Promise<Violation[]> {
  const { prism } = operation;
  const isFalsy = request.body !== undefined && !request.body;
  if (isFalsy && prism.request?.body) return checkFalsyBody(operation, request);
  return toViolations((await run(requestChecker, request, prism)).validations.input);
}

/** Prism takes the JSON bodies `null`, `false`, `0` and `""` for no body at all, except in answers. */
async function checkFalsyBody(operation: Operation, { body, ...request }: PrismRequest): Promise<Violation[]> {
  const { body: described, ...others } = operation.prism.request ?? {};
  const contents = described?.contents ?? [];
  const withoutBody = { ...operation.prism, request: others };
  const { "content-length": _, ...otherHeaders } = request.headers ?? {};
  const asAnswer = { ...operation, prism: { ...operation.prism, responses: [{ id: "", code: "200", contents }] } };
  const headers = { "content-type": contents[0]?.mediaType ?? "" };
  const [inOthers, inBody] = await Promise.all([
    checkRequest({ ...operation, prism: withoutBody }, { ...request, headers: otherHeaders }),
    checkAnswer(asAnswer, { statusCode: 200, headers, body }),
  ]);
  const renamed = inBody.map(({ message, ...more }) => ({ ...more, message: message.replace("Response", "Request") }));
  return [...inOthers, ...renamed];
}
