import { join } from "node:path";
import { bundledPackages } from "../list-licences.ts";
import { publishedFilters, repository } from "../published-packages.ts";
import { succeed } from "../run.ts";

/** The part of a CycloneDX document that is read here. */
interface Sbom {
  components: { "bom-ref": string; group?: string; name: string; version: string }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/**
 * Lists what the published packages install and what is in their bundles, in CycloneDX. pnpm's own list has no bundles, or
 * every tool of the build besides.
 */
export async function createSbom(): Promise<Sbom> {
  const [everything, installed] = await Promise.all([list(), list("--prod")]);
  const bundled = ["cli", "mock"].flatMap((name) => bundledPackages(join(repository, "packages", name)));
  const names = new Set(bundled.map(({ name, version }) => `${name}@${version}`));
  const refs = new Set(installed.components.map((component) => component["bom-ref"]));
  for (const { group, name, version, "bom-ref": ref } of everything.components) {
    if (names.has(`${group ? `${group}/` : ""}${name}@${version}`)) refs.add(ref);
  }
  return {
    ...installed,
    components: everything.components.filter((component) => refs.has(component["bom-ref"])),
    dependencies: everything.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
  };
}

async function list(...options: string[]): Promise<Sbom> {
  const args = [...publishedFilters, "sbom", "--sbom-format", "cyclonedx", ...options];
  const { stdout } = await succeed("pnpm", args, { cwd: repository });
  return JSON.parse(stdout);
}
