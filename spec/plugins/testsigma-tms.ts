/** The house rules of this spec for Redocly: every statement is marked, every operation complete, every file used. */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Oas3Rule, Source } from "@redocly/openapi-core";
import { inferRequired, listSources, markedStatements } from "./marks.ts";
import {
  declaredTags,
  documentedRejections,
  knownExtensions,
  namedOperations,
  pagedLists,
  uniqueExampleNames,
} from "./operations.ts";

/** Rejects a file of the spec that nothing refers to: nothing else would read it. */
const referencedFiles: Oas3Rule = () => {
  const read = new Set<string>();
  return {
    any: (_node, { location }) => void read.add(location.source.absoluteRef),
    Root: {
      leave(_document, { location, report }) {
        const folder = dirname(location.source.absoluteRef);
        for (const name of globSync(["paths/*.yaml", "components/**/*.yaml"], { cwd: folder })) {
          const file = join(folder, name);
          if (read.has(file)) continue;
          const cure = name.startsWith("paths") ? "Enter it under `paths` in openapi.yaml" : "Refer to it";
          const message = `No file of the spec refers to ${basename(name)}. ${cure}, or delete it.`;
          report({ message, location: { source: new Source(file, readFileSync(file, "utf8")), pointer: "#/" } });
        }
      },
    },
  };
};

export default () => ({
  id: "testsigma-tms",
  rules: {
    oas3: {
      "declared-tags": declaredTags,
      "documented-rejections": documentedRejections,
      "known-extensions": knownExtensions,
      "marked-statements": markedStatements,
      "named-operations": namedOperations,
      "paged-lists": pagedLists,
      "referenced-files": referencedFiles,
      "unique-example-names": uniqueExampleNames,
    },
  },
  decorators: { oas3: { "infer-required": inferRequired, "list-sources": listSources } },
});
