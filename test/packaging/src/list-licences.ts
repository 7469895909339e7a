import { publishedNames, repository } from "./published-packages.ts";
import { succeed } from "./run.ts";

/** The licences of what users install with the published packages, each with its packages. */
export async function listLicences(): Promise<Record<string, { name: string; versions: string[] }[]>> {
  const filters = publishedNames.map((name) => `--filter=${name}`);
  const { stdout } = await succeed("pnpm", [...filters, "licenses", "list", "--prod", "--json"], { cwd: repository });
  return JSON.parse(stdout);
}
