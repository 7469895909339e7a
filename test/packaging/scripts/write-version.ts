/** The second half of `pnpm release:version`: writes the version from changesets into the spec, examples and action. */
import { join } from "node:path";
import { readManifest, repository } from "../src/published-packages.ts";
import { writeVersion } from "../src/release/write-version.ts";

await writeVersion(repository, readManifest(join(repository, "spec")).version);
