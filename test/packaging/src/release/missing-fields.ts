import type { Manifest } from "../published-packages.ts";

const fields = ["repository", "homepage", "bugs"] as const;

/** Says which fields must be filled in before the packages can be published; `undefined` where none is missing. */
export function missingFields(manifests: (Manifest & { [field in (typeof fields)[number]]?: unknown })[]) {
  const missing = manifests.flatMap((manifest) => {
    const names = fields.filter((field) => !manifest[field]).map((field) => `"${field}"`);
    return names.length > 0 ? [`${manifest.name}: its package.json has no ${names.join(", ")}.`] : [];
  });
  if (missing.length === 0) return undefined;
  return `${missing.join("\n")}
npm's provenance ties a package to its public repository. Add "repository" ({ "type": "git", "url": …, "directory": … }),
"homepage" and "bugs", each with the address of the public repository.`;
}
