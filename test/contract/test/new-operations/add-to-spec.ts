import { cp, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseYaml, stringifyYaml } from "@redocly/openapi-core";
import type { WorkspaceCopy } from "./workspace-copy.ts";

/** Adds a fixture's tags, paths and components to the spec of a workspace copy, as an author would. */
export async function addToSpec(copy: WorkspaceCopy, fixture: string): Promise<void> {
  const folder = fileURLToPath(new URL(`../fixtures/${fixture}/`, import.meta.url));
  for (const part of ["paths", "components"]) await cp(folder + part, copy.at(`spec/${part}`), { recursive: true });
  const root = copy.at("spec/openapi.yaml");
  const [spec, added] = await Promise.all([readYaml(root), readYaml(`${folder}openapi.yaml`)]);
  const tags = [...spec.tags, ...added.tags];
  await writeFile(root, stringifyYaml({ ...spec, tags, paths: { ...spec.paths, ...added.paths } }));
}

const readYaml = async (file: string) => parseYaml(await readFile(file, "utf8")) as { tags: object[]; paths: object };
