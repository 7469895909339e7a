import { readFile, realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, relative, resolve as resolvePath, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { embedFiles } from "./embed-files.js";
import { isNode, type Node } from "./node.js";
import { assertBounded, parseText } from "./parse-text.js";
import { SpecError, type SpecSource } from "./spec-source.js";

/** The path of the spec of this API. */
export const bundledSpec = () => createRequire(import.meta.url).resolve("@testsigma-tms/spec/openapi.json");

/** The name of a document in messages. */
export const nameOf = (source: SpecSource): string => {
  if (typeof source === "string") return source;
  return source instanceof URL ? fileURLToPath(source) : "The OpenAPI document that was given as an object";
};

/**
 * Reads an OpenAPI document and embeds the files that it refers to: those in its own folder and below, and with
 * `allowExternalRefs` any other and those on the network too.
 *
 * @throws {SpecError} saying what cannot be read or used
 */
export async function readDocument(source: SpecSource, allowExternalRefs = false): Promise<Node> {
  const name = nameOf(source);
  if (typeof source !== "string" && !(source instanceof URL)) {
    assertBounded(source, name);
    return assertOpenApi(
      await embedFiles(source, undefined, ({ href }) => {
        throw new SpecError(`${name} refers to ${href}. Give its path instead, so that the file can be found.`);
      }),
      name,
    );
  }
  const path = resolvePath(name);
  const document = await parseText(await readText(path, `the OpenAPI document ${name}`), name);
  const folder = dirname(path);
  const read = async (url: URL): Promise<Node> => parseText(await readReferenced(url), url.href);

  async function readReferenced(url: URL): Promise<string> {
    if (!allowExternalRefs) await assertInside(folder, url, name);
    if (url.protocol === "file:") return readText(fileURLToPath(url), url.href);
    const response = await fetch(url);
    if (!response.ok) throw new SpecError(`Cannot read ${url.href}: status ${response.status}.`);
    return response.text();
  }

  return assertOpenApi(await embedFiles(document, pathToFileURL(path), read), name);
}

async function readText(path: string, name: string): Promise<string> {
  return readFile(path, "utf8").catch((cause: Error) => {
    throw new SpecError(`Cannot read ${name}: ${cause.message}`, { cause });
  });
}

/** Links are followed first, so that none leads out of the folder. */
async function assertInside(folder: string, url: URL, name: string): Promise<void> {
  const isInside =
    url.protocol === "file:" &&
    !relative(await realpath(folder), await resolved(url))
      .split(sep)
      .includes("..");
  if (isInside) return;
  throw new SpecError(
    `${name} refers to ${url.href}, outside its own folder. Allow that with allowExternalRefs (--allow-external-refs).`,
  );
}

const resolved = (url: URL) => {
  const path = fileURLToPath(url);
  return realpath(path).catch(() => path);
};

function assertOpenApi(document: Node, name: string): Node {
  const { openapi, swagger, paths } = document;
  if (typeof openapi !== "string" || !/^3\.\d/.test(openapi)) {
    const given = openapi ?? swagger;
    const version = given === undefined ? "it names no version" : `its version is ${JSON.stringify(given)}`;
    throw new SpecError(`${name} is not a usable OpenAPI document: ${version}, and the mock takes 3.0 and 3.1.`);
  }
  if (!isNode(paths)) throw new SpecError(`${name} describes no operation: it has no usable \`paths\`.`);
  return document;
}
