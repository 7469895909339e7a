import { createSpec, type OpenApiDocument } from "@testsigma-tms/spec/reader";
import { describe, expect, it } from "vitest";
import { printTypes } from "../scripts/print-types.ts";
import { compile } from "./compile.ts";
import { everyKind } from "./fixtures/every-kind.ts";

/** Returns the spec of every kind, with its operations repeated under other paths. */
function repeat(times: number): OpenApiDocument {
  const paths = JSON.stringify(everyKind.paths);
  const copies = Array.from({ length: times }, (_, index) =>
    JSON.parse(paths.replaceAll('"/', `"/${index}/`).replaceAll(/"operationId":"\w+/g, `$&${index}`)),
  );
  return { ...everyKind, paths: Object.assign({}, ...copies) };
}

async function compileErrorBody(document: OpenApiDocument) {
  const spec = createSpec(document);
  return compile({
    "src/generated/openapi.ts": await printTypes(spec),
    "src/use.ts": `import type { ErrorBodies } from "./generated/openapi.js";
      declare class ApiError<Body> { body: Body }
      declare class UnauthorizedError extends ApiError<ErrorBodies[401]> {}
      export const read = (error: unknown) => error instanceof UnauthorizedError ? error.body : undefined;`,
  });
}

describe("the compiler", () => {
  it("needs neither the dom library nor @types/node for the types", async () => {
    const file = 'import type { FileContent } from "./file-content.js"; export const text: FileContent = "<xml/>";';
    const types = await printTypes(createSpec(everyKind));
    expect(compile({ "src/generated/openapi.ts": types, "src/use.ts": file }).errors).toEqual([]);
  });

  it("shows the name of a schema in an error, not its content", async () => {
    const types = await printTypes(createSpec(everyKind));
    const use =
      'import type { operations } from "./generated/openapi.js"; type Ok = operations["createFolder"]["responses"][201]; export const folder: Ok["content"]["application/json"] = 1;';
    const { errors } = compile({ "src/generated/openapi.ts": types, "src/use.ts": use });
    expect(errors).toEqual(["Type 'number' is not assignable to type 'Folder'."]);
  });

  it("works no harder on an error's body when the API grows", async () => {
    const one = await compileErrorBody(repeat(1));
    const many = await compileErrorBody(repeat(11));
    expect(many.errors).toEqual([]);
    expect(many.instantiations).toBe(one.instantiations);
  });
});
