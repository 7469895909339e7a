import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSpec, type OpenApiDocument } from "@testsigma-tms/codegen";
import { docsFiles } from "../../../packages/docs/src/build-docs.ts";
import { printTypes } from "../../../packages/types/scripts/print-types.ts";
import { compile } from "../growth/compile.ts";
import { generateClient } from "../growth/generate-client.ts";
import { callMock } from "./call-mock.ts";

/** What became of a document in one room of the house. */
export interface Outcome {
  room: "mock" | "types" | "client" | "docs";
  /** `failed`: neither taken, nor rejected with a sentence that names the place. */
  verdict: "taken" | "rejected" | "failed";
  /** What was made, or the sentence. */
  text: string;
}

const rooms = {
  mock: (document: OpenApiDocument) => callMock(createSpec(document)),
  types: async (document: OpenApiDocument) => `${(await printTypes(createSpec(document))).split("\n").length} lines`,
  client: compileClient,
  docs: async (document: OpenApiDocument) => `${Object.keys(await docsFiles(createSpec(document))).length} files`,
};

/** Sends a document through mock, types, client and docs, one after the other. */
export async function* takeDocument(document: OpenApiDocument): AsyncGenerator<Outcome> {
  for (const room of ["mock", "types", "client", "docs"] as const) {
    try {
      // A copy, because a generator may change what it reads.
      yield { room, verdict: "taken", text: await rooms[room](structuredClone(document)) };
    } catch (error) {
      const [text = ""] = (error as Error).message.split("\n");
      // The mock rejects a document as a whole only; everything else is a mistake of its own.
      const isRejected = room === "mock" ? (error as Error).name === "SpecError" : namesPlace(text, document);
      yield { room, verdict: isRejected ? "rejected" : "failed", text };
    }
  }
}

/** Whether a message names an operation, a path, a schema or another place of the document. */
export function namesPlace(message: string, document: OpenApiDocument): boolean {
  const names = [
    ...createSpec(document).operations.flatMap(({ id, path }) => [id, path]),
    ...Object.keys(document.components?.schemas ?? {}),
  ];
  const words = new Set(message.split(/[\s:,()"'`]+/).flatMap((word) => [word, ...word.split("/")]));
  return message.includes("#/") || names.some((name) => words.has(name));
}

async function compileClient(document: OpenApiDocument): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "document-"));
  try {
    const ids = await generateClient(document, folder);
    const { errors } = await compile(folder, ["types/index.ts", "client/index.ts", "client/validation/index.ts"]);
    if (errors) throw new TypeError(`The client does not compile: ${errors}`);
    return `${ids.length} methods`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
