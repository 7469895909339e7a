import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseYaml } from "@redocly/openapi-core";
import type { OpenApiDocument } from "@testsigma-tms/codegen";
import { installOnDemand } from "@testsigma-tms/support/install-on-demand";
import { documentPackages, type ForeignDocument, foreignDocuments } from "./foreign-document.ts";
import { takeDocument } from "./take-document.ts";

/**
 * Prints what mock, types, client and docs do with documents that others wrote. Sets a failing exit code where one is
 * neither taken nor rejected with a sentence that names the place.
 *
 * @param files documents to take; without any, those of {@link foreignDocuments}, which are installed on first use
 */
export async function testDocuments(files: string[]): Promise<void> {
  const documents = files.length > 0 ? files.map(toForeignDocument) : await installedDocuments();
  for (const { name, file } of documents) {
    const document = parseYaml(await readFile(file, "utf8")) as OpenApiDocument;
    for await (const { room, verdict, text } of takeDocument(document)) {
      console.log(`${name}, ${room}: ${verdict}. ${text}`);
      if (verdict === "failed") process.exitCode = 1;
    }
  }
}

// The package manager runs the command in this package's folder.
const toForeignDocument = (file: string): ForeignDocument => ({
  name: basename(file),
  file: resolve(process.env.INIT_CWD ?? process.cwd(), file),
});

async function installedDocuments(): Promise<ForeignDocument[]> {
  const folder = fileURLToPath(new URL("../../.documents/", import.meta.url));
  await installOnDemand(
    folder,
    { dependencies: documentPackages },
    {
      args: ["--ignore-scripts"],
      onInstall: () => console.log(`Installing ${Object.keys(documentPackages).join(", ")} …`),
    },
  );
  return foreignDocuments.map(({ name, file }) => ({ name, file: join(folder, "node_modules", file) }));
}
