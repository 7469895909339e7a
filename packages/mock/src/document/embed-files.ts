import { mapNodes, type Node, textAt } from "./node.js";
import { encodeKey } from "./resolve.js";

/**
 * Copies the files that a document refers to into it, under `x-files`, and points the references there.
 *
 * @param base URL of the document; relative references need it
 */
export async function embedFiles(
  document: Node,
  base: URL | undefined,
  read: (url: URL) => Promise<Node>,
): Promise<Node> {
  // Copying a document takes long.
  if (!refersElsewhere(document)) return document;
  const files: Record<string, Node> = {};
  const waiting: URL[] = [];

  /** Points the references of one file into the document. */
  function embed(file: Node, at: URL | undefined): Node {
    return mapNodes(file, (node) => {
      const reference = textAt(node, "$ref");
      if (reference === undefined || (at === base && reference.startsWith("#"))) return node;
      const url = new URL(reference, at ?? "file:///");
      const pointer = url.hash.slice(1);
      url.hash = "";
      if (url.href === base?.href) return { ...node, $ref: `#${pointer}` };
      if (!(url.href in files)) {
        files[url.href] = {};
        waiting.push(url);
      }
      return { ...node, $ref: `#/x-files/${encodeKey(url.href)}${pointer}` };
    }) as Node;
  }

  const embedded = embed(document, base);
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift())
    files[url.href] = embed(await read(url), url);
  return Object.keys(files).length > 0 ? { ...embedded, "x-files": files } : embedded;
}

/** Whether a document refers to anything but itself. */
function refersElsewhere(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("$ref" in value && typeof value.$ref === "string" && !value.$ref.startsWith("#")) return true;
  return Object.values(value).some(refersElsewhere);
}
