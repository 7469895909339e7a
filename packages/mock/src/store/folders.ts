import type { JsonObject } from "../http/json.js";
import type { Call } from "./call.js";
import { notFound, unrecorded } from "./store-error.js";

/** Moves a folder into another, or to the root if `parent_folder_id` is `null`. */
export function moveFolder(call: Call): JsonObject {
  const folder = call.row();
  const parent = String(call.body.parent_folder_id ?? "");
  for (let id = parent; id !== ""; ) {
    const ancestor = call.table().find(id)?.row;
    if (!ancestor) throw notFound("folder", id);
    if (ancestor.id === folder.id) {
      throw unrecorded("Invalid parent folder", `The folder ${folder.id} cannot be put into itself.`);
    }
    id = String(ancestor.parent_folder_id ?? "");
  }
  return call.single(call.change({ parent_folder_id: parent }));
}

/** Deletes a folder and those inside it; their cases stay, without a folder. */
export function deleteFolder(call: Call): undefined {
  const folders = call.table();
  const children = new Map<unknown, string[]>();
  for (const { id, parent_folder_id } of folders.rows()) {
    const siblings = children.get(parent_folder_id);
    if (siblings) siblings.push(id);
    else children.set(parent_folder_id, [id]);
  }
  const deleted = new Set([call.row().id]);
  // A set visits what is added to it on the way.
  for (const id of deleted) for (const child of children.get(id) ?? []) deleted.add(child);
  for (const id of deleted) folders.remove(id);
  const cases = call.table("/projects/{project_id}/test_cases");
  for (const { folder_id, ...row } of cases.rows()) if (deleted.has(String(folder_id))) cases.put(row);
}
