import type { Node } from "../api/node.js";
import type { Collection } from "./collections.js";
import type { Memory, StoreRequest } from "./memory.js";
import { notFound, unrecorded } from "./store-error.js";

/** Moves a folder into another, or to the root if `parent_folder_id` is `null`. */
export function moveFolder(memory: Memory, folders: Collection, request: StoreRequest): Node {
  const { path, body } = request;
  const folder = memory.row(folders.parameter, path);
  const at = memory.pathOf(folders.path, path);
  const parent = String(body.parent_folder_id ?? "");
  for (let id = parent; id !== ""; ) {
    const ancestor = memory.rows.find(at, id);
    if (!ancestor) throw notFound("folder", id);
    if (ancestor.id === folder.id) {
      throw unrecorded("Invalid parent folder", `The folder ${folder.id} cannot be put into itself.`);
    }
    id = String(ancestor.parent_folder_id ?? "");
  }
  return memory.single(request, folders.noun, memory.change(folders, path, { parent_folder_id: parent }));
}

/** Deletes a folder and its subfolders; their cases stay, without a folder. */
export function deleteFolder(memory: Memory, folders: Collection, { path }: Pick<StoreRequest, "path">): undefined {
  const at = memory.pathOf(folders.path, path);
  const { id } = memory.row(folders.parameter, path);
  memory.rows.remove(at, id);
  for (const inner of memory.rows.list(at).filter(({ parent_folder_id }) => parent_folder_id === id)) {
    deleteFolder(memory, folders, { path: new Map([...path, [folders.parameter, inner.id]]) });
  }
  const cases = memory.pathOf("/projects/{project_id}/test_cases", path);
  for (const row of memory.rows.list(cases).filter(({ folder_id }) => folder_id === id)) {
    const { folder_id: _, ...others } = row;
    memory.rows.put(cases, others);
  }
}
