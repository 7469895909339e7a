import type { JsonObject } from "../http/json.js";
import type { Collection } from "./collections.js";
import type { Memory, StoreRequest } from "./memory.js";
import { notFound, unrecorded } from "./store-error.js";

/** Moves a folder into another, or to the root if `parent_folder_id` is `null`. */
export function moveFolder(memory: Memory, folders: Collection, request: StoreRequest): JsonObject {
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

/** Deletes a folder and those inside it; their cases stay, without a folder. */
export function deleteFolder(memory: Memory, folders: Collection, { path }: StoreRequest): undefined {
  const at = memory.pathOf(folders.path, path);
  const children = new Map<unknown, string[]>();
  for (const { id, parent_folder_id } of memory.rows.list(at)) {
    children.set(parent_folder_id, [...(children.get(parent_folder_id) ?? []), id]);
  }
  const deleted = new Set([memory.row(folders.parameter, path).id]);
  // A set visits what is added to it on the way.
  for (const id of deleted) for (const child of children.get(id) ?? []) deleted.add(child);
  for (const id of deleted) memory.rows.remove(at, id);
  const cases = memory.pathOf("/projects/{project_id}/test_cases", path);
  for (const { folder_id, ...row } of memory.rows.list(cases)) {
    if (deleted.has(String(folder_id))) memory.rows.put(cases, row);
  }
}
