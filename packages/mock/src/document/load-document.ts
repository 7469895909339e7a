import { scenarios as bundledScenarios } from "../generated/scenarios.js";
import { isNode, type Node, nodeAt, nodesAt, textAt } from "./node.js";
import { type Operation, type Place, readOperation } from "./operation.js";
import { bundledSpec, nameOf, readDocument } from "./read-document.js";
import { createResolve, type Resolve } from "./resolve.js";
import { SpecError, type SpecSource } from "./spec-source.js";

/** An operation that is read when it is first used, so that a large document costs no more than what is used of it. */
export interface OperationEntry {
  id: string;
  /** In capital letters. */
  method: string;
  /** The path template. */
  path: string;
  /** Throws a {@link SpecError} where the document describes it wrongly. */
  read(): Operation;
  /** The names of its scenarios; for the bundled document without reading the operation. Throws as {@link read} does. */
  names(): string[];
}

/** What the mock needs to know of an OpenAPI document. */
export interface MockDocument {
  /** The document as it was read, with the files that it refers to. */
  source: Node;
  /** Whether it is the spec of this API, whose examples a test has checked. */
  isBundled: boolean;
  resolve: Resolve;
  operations: OperationEntry[];
  /** Path prefixes of the document's servers, such as `/api/v1`; at least one, which may be empty. */
  basePaths: string[];
  /** Hosts of the document's servers, such as `arcus.testsigma.com`. */
  hosts: string[];
}

/** Reads the document, by default the bundled one of this API. Throws a {@link SpecError} that says what is wrong. */
export async function loadDocument(spec?: SpecSource, allowExternalRefs = false): Promise<MockDocument> {
  const origin = spec ?? bundledSpec();
  const source = await readDocument(origin, allowExternalRefs);
  const resolve = createResolve(source);
  const operations = listOperations(source, resolve, spec === undefined ? bundledScenarios : {});
  if (operations.length === 0) {
    throw new SpecError(`${nameOf(origin)} describes no operation: it has no usable \`paths\`.`);
  }
  const servers = serversOf(source);
  const basePaths = servers.map(({ pathname }) => pathname.replace(/\/$/, ""));
  const hosts = servers.map(({ hostname }) => hostname).filter((hostname) => hostname !== relativeHost);
  return {
    source,
    isBundled: spec === undefined,
    resolve,
    operations,
    basePaths: distinct(basePaths, ""),
    hosts: distinct(hosts),
  };
}

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

function listOperations(
  document: Node,
  resolve: Resolve,
  knownNames: Readonly<Record<string, object>>,
): OperationEntry[] {
  const ids = new Set<string>();
  return Object.entries(nodeAt(document, "paths")).flatMap(([path, value]) => {
    if (!path.startsWith("/") || !isNode(value)) return [];
    const item = resolve(value);
    return Object.entries(item).flatMap(([key, node]) => {
      if (!methods.has(key) || !isNode(node)) return [];
      const method = key.toUpperCase();
      const named = textAt(node, "operationId");
      // A name that is taken already would hide an operation.
      const id = named === undefined || ids.has(named) ? `${method} ${path}` : named;
      ids.add(id);
      const { parameters } = item;
      return [toEntry({ id, method, path, node, shared: { parameters } }, document, resolve, knownNames[id])];
    });
  });
}

function toEntry(place: Place, document: Node, resolve: Resolve, known: object | undefined): OperationEntry {
  let operation: Operation | undefined;
  const read = () => {
    operation ??= readOperation(place, document, resolve);
    return operation;
  };
  const names = () => (known ? Object.keys(known) : [...read().scenarios.keys()]);
  return { id: place.id, method: place.method, path: place.path, read, names };
}

/** Stands for the host of a server whose URL is relative. */
const relativeHost = "relative.invalid";

function serversOf(document: Node): URL[] {
  return nodesAt(document, "servers").flatMap((server) => {
    const url = withDefaults(textAt(server, "url") ?? "", nodeAt(server, "variables"));
    const base = `http://${relativeHost}`;
    return URL.canParse(url, base) ? [new URL(url, base)] : [];
  });
}

/** The texts without repetition; the fallback where there are none. */
const distinct = (texts: string[], ...fallback: string[]) => [...new Set(texts.length > 0 ? texts : fallback)];

/** A server's URL with the default of each variable. */
const withDefaults = (url: string, variables: Node) =>
  url.replace(/\{([^}]*)\}/g, (_, name: string) => textAt(nodeAt(variables, name), "default") ?? name);
