import type { FileContent, operations } from "@testsigma-tms/types";

type Id = keyof operations;
type Parameters<Operation extends Id, Place extends string> = operations[Operation]["parameters"] extends {
  [P in Place]?: infer Properties;
}
  ? NonNullable<Properties>
  : never;
type JsonMediaType = `${string}json${string}`;
type ContentOf<Holder, MediaType> = Holder extends { content: infer Content }
  ? Content[Extract<keyof Content, MediaType>]
  : never;
type RequestBody<Operation extends Id, MediaType> = operations[Operation] extends { requestBody?: infer Holder }
  ? ContentOf<NonNullable<Holder>, MediaType>
  : never;

export type PathProperties<Operation extends Id> = Parameters<Operation, "path">;
export type QueryProperties<Operation extends Id> = Parameters<Operation, "query">;
/** Header parameters are under `headers`, because their names are not identifiers. */
export type HeaderProperties<Operation extends Id> =
  Record<string, never> extends Parameters<Operation, "header">
    ? { headers?: Parameters<Operation, "header"> }
    : { headers: Parameters<Operation, "header"> };
export type JsonBody<Operation extends Id> = RequestBody<Operation, "application/json">;
export type FormParts<Operation extends Id> = RequestBody<Operation, "multipart/form-data">;
/** A body that is not a JSON object is under `body`. */
export type WholeBody<Operation extends Id> = { body: RequestBody<Operation, "application/json"> };

export type Result<
  Operation extends Id,
  Status extends string | number,
> = Status extends keyof operations[Operation]["responses"]
  ? ContentOf<operations[Operation]["responses"][Status], JsonMediaType>
  : never;

/**
 * A request type whose lists may be readonly. openapi-typescript's lists are mutable, which would reject a constant
 * (`as const`), although the client never changes its input.
 */
export type ReadonlyLists<Type> = Type extends readonly (infer Item)[]
  ? readonly ReadonlyLists<Item>[]
  : Type extends FileContent
    ? Type
    : Type extends object
      ? { [Name in keyof Type]: ReadonlyLists<Type[Name]> }
      : Type;
