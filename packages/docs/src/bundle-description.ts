import { join } from "node:path";
import { bundle, formatProblems, getTotals, lint, loadConfig, stringifyYaml } from "@redocly/openapi-core";
import type { OpenApiDocument } from "./openapi.ts";

export interface Bundled {
  document: OpenApiDocument;
  yaml: string;
}

/**
 * Lints and bundles the description in a folder by the rules of its `redocly.yaml`, in this process: starting Redocly CLI
 * for it takes most of a second. With errors it prints them as the CLI does and gives `undefined`.
 */
export async function bundleDescription(folder: string): Promise<Bundled | undefined> {
  const config = await loadConfig({ configPath: join(folder, "redocly.yaml") });
  const ref = join(folder, "openapi.yaml");
  const problems = await lint({ ref, config });
  const totals = getTotals(problems);
  if (problems.length > 0) formatProblems(problems, { totals });
  if (totals.errors > 0) return undefined;
  const { parsed } = (await bundle({ ref, config })).bundle;
  return { document: parsed as OpenApiDocument, yaml: stringifyYaml(parsed) };
}
