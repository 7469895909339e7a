import type { operations } from "@testsigma-tms/types";

type Id = keyof operations;
type Parameters<Operation extends Id, Place extends string> = operations[Operation]["parameters"] extends {
  [P in Place]?: infer Members;
}
  ? NonNullable<Members>
  : never;
type JsonOf<Holder> = Holder extends { content: { "application/json": infer Json } } ? Json : never;
type RequestBody<Operation extends Id> = operations[Operation] extends { requestBody?: infer Holder }
  ? JsonOf<NonNullable<Holder>>
  : never;

export type PathMembers<Operation extends Id> = Parameters<Operation, "path">;
export type QueryMembers<Operation extends Id> = Parameters<Operation, "query">;
/** Header parameters stand below `headers`, because their names are not identifiers. */
export type HeaderMembers<Operation extends Id> =
  Record<string, never> extends Parameters<Operation, "header">
    ? { headers?: Parameters<Operation, "header"> }
    : { headers: Parameters<Operation, "header"> };
export type BodyMembers<Operation extends Id> = RequestBody<Operation>;
/** A body that is not a JSON object stands below `body`. */
export type Body<Operation extends Id> = { body: RequestBody<Operation> };

export type Result<
  Operation extends Id,
  Status extends number,
> = Status extends keyof operations[Operation]["responses"]
  ? JsonOf<operations[Operation]["responses"][Status]>
  : never;

type AnyResponses = operations[Id]["responses"];
/** The documented error bodies of one status, over all operations. */
export type ErrorBody<Status extends number> = AnyResponses extends infer Responses
  ? Responses extends AnyResponses
    ? Status extends keyof Responses
      ? JsonOf<Responses[Status]>
      : never
    : never
  : never;
