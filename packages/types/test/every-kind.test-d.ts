import { describe, expectTypeOf, it } from "vitest";
import type { FileContent } from "../src/index.js";
import type {
  CodedError,
  components,
  ErrorBodies,
  Folder,
  ImportForm,
  MessageError,
  operations,
} from "./fixtures/generated/openapi.js";

describe("a schema", () => {
  it("has one name, in components and in operations too", () => {
    expectTypeOf<components["schemas"]["Folder"]>().toEqualTypeOf<Folder>();
    expectTypeOf<operations["listFolders"]["responses"][200]["content"]["application/json"]>().toEqualTypeOf<
      Folder[]
    >();
  });

  it("may contain itself", () => {
    expectTypeOf<NonNullable<Folder["children"]>[number]>().toEqualTypeOf<Folder>();
  });

  it("accepts any text where only known values are listed", () => {
    expectTypeOf<Folder["status"]>().toEqualTypeOf<"ACTIVE" | "CLOSED" | (string & {})>();
    expectTypeOf<string>().toExtend<Folder["status"]>();
    expectTypeOf<null>().toExtend<Folder["previous_status"]>();
  });

  it("keeps a closed list closed", () => {
    expectTypeOf<NonNullable<Folder["kind"]>>().toEqualTypeOf<"PLAIN" | "SMART">();
  });

  it("is a number for int64, a string for any format, and unknown without a type", () => {
    expectTypeOf<Folder["created_at"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Folder["updated_at"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Folder["owner"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Folder["custom"]>().toEqualTypeOf<unknown>();
  });

  it("stays optional to send where it has a default", () => {
    expectTypeOf<Folder["page_size"]>().toEqualTypeOf<number | undefined>();
  });
});

describe("a form", () => {
  it("accepts a file as a Blob, a File or its text", () => {
    expectTypeOf<ImportForm["junit_xml"]>().toEqualTypeOf<FileContent>();
    expectTypeOf<Blob | File | string>().toExtend<ImportForm["junit_xml"]>();
    expectTypeOf<ImportForm["screenshot"]>().toEqualTypeOf<FileContent | undefined>();
  });

  it("accepts encoded content as a string", () => {
    expectTypeOf<ImportForm["signature"]>().toEqualTypeOf<string | undefined>();
  });
});

describe("ErrorBodies", () => {
  it("holds the bodies of a status over all operations, those of a range too", () => {
    expectTypeOf<ErrorBodies[401]>().toEqualTypeOf<CodedError | MessageError>();
    expectTypeOf<ErrorBodies[422]>().toEqualTypeOf<MessageError | { errors: string }>();
  });

  it("has no row for a status without a JSON body", () => {
    expectTypeOf<keyof ErrorBodies>().toEqualTypeOf<401 | 422>();
  });
});
