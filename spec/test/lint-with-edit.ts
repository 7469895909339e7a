import { fileURLToPath } from "node:url";
import { BaseResolver, lint, loadConfig, Source } from "@redocly/openapi-core";

const at = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const config = (await loadConfig({ configPath: at("redocly.yaml") })).forAlias("main");

/** An edit of a file of the spec: a text and its replacement. */
export interface Edit {
  file: string;
  from: string;
  to: string;
}

/** Lints the spec as `pnpm lint` does, with edits that are never written to disk; returns `rule: message` lines. */
export async function lintWithEdit(...edits: Edit[]): Promise<string[]> {
  const resolver = new EditedFiles(edits);
  const problems = await lint({ ref: at("openapi.yaml"), config, externalRefResolver: resolver });
  return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

class EditedFiles extends BaseResolver {
  readonly #edits: Edit[];

  constructor(edits: Edit[]) {
    super();
    this.#edits = edits;
  }

  override async loadExternalRef(path: string): Promise<Source> {
    const source = await super.loadExternalRef(path);
    return this.#edits
      .filter(({ file }) => at(file) === path)
      .reduce((edited, { file, from, to }) => {
        if (!edited.body.includes(from)) throw new Error(`${file} does not contain ${JSON.stringify(from)}.`);
        return new Source(path, edited.body.replace(from, to));
      }, source);
  }
}
