import { isNode, type Node, nodeAt, nodesAt, textAt } from "./node.js";
import { type Operation, type Place, readOperation } from "./operation.js";
import { bundledSpec, nameOf, readDocument } from "./read-document.js";
import { createResolve, type Resolve } from "./resolve.js";
import { SpecError, type SpecSource } from "./spec-source.js";
import { toJsonSchema } from "./to-json-schema.js";

/** An operation that is read when it is first asked for, so that a large document costs no more than what is used of it. */
export interface OperationEntry {
  id: string;
  /** In capital letters. */
  method: string;
  /** The path template. */
  path: string;
  /** Throws a {@link SpecError} where the document describes it wrongly. */
  read(): Operation;
}

/** What the mock needs to know of an OpenAPI document. */
export interface MockDocument {
  /** The document, with its schemas in JSON Schema 2020-12. */
  root: Node;
  resolve: Resolve;
  operations: OperationEntry[];
  /** Path prefixes of the document's servers, such as `/api/v1`. */
  basePaths: string[];
}

/** Reads the document, by default the bundled one of this API. Throws a {@link SpecError} that says what is wrong. */
export async function loadDocument(spec?: SpecSource, allowExternalRefs = false): Promise<MockDocument> {
  const source = spec ?? bundledSpec();
  const root = toJsonSchema(await readDocument(source, allowExternalRefs));
  const resolve = createResolve(root);
  const operations = listOperations(root, resolve);
  if (operations.length === 0) {
    throw new SpecError(`${nameOf(source)} describes no operation: it has no usable \`paths\`.`);
  }
  return { root, resolve, operations, basePaths: basePathsOf(root) };
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

function listOperations(root: Node, resolve: Resolve): OperationEntry[] {
  const ids = new Set<string>();
  return Object.entries(nodeAt(root, "paths")).flatMap(([path, value]) => {
    if (!path.startsWith("/") || !isNode(value)) return [];
    const item = resolve(value);
    return methods.flatMap((key) => {
      const node = item[key];
      if (!isNode(node)) return [];
      const method = key.toUpperCase();
      const named = textAt(node, "operationId");
      // A name that is taken already would hide an operation.
      const id = named === undefined || ids.has(named) ? `${method} ${path}` : named;
      ids.add(id);
      return [toEntry({ id, method, path, item, node }, root, resolve)];
    });
  });
}

function toEntry(place: Place, root: Node, resolve: Resolve): OperationEntry {
  let operation: Operation | undefined;
  const read = () => {
    operation ??= readOperation(place, root, resolve);
    return operation;
  };
  return { id: place.id, method: place.method, path: place.path, read };
}

function basePathsOf(root: Node): string[] {
  const paths = nodesAt(root, "servers").flatMap((server) => {
    const url = withDefaults(textAt(server, "url") ?? "", nodeAt(server, "variables"));
    if (!URL.canParse(url, "http://localhost")) return [];
    return [new URL(url, "http://localhost").pathname.replace(/\/$/, "")];
  });
  return [...new Set(paths)];
}

/** A server's URL with the default of each variable. */
const withDefaults = (url: string, variables: Node) =>
  url.replace(/\{([^}]*)\}/g, (_, name: string) => textAt(nodeAt(variables, name), "default") ?? name);
