/** The house rules of this spec for Redocly CLI: every property needs a description and a mark of its origin. */
import { consistentProvenance } from "./consistent-provenance.ts";
import { describedProperties } from "./described-properties.ts";
import { fittingExamples } from "./fitting-examples.ts";
import { knownExtensions } from "./known-extensions.ts";
import { knownProvenance } from "./known-provenance.ts";
import { listSources } from "./list-sources.ts";
import { mappedDiscriminators } from "./mapped-discriminators.ts";
import { namedSources } from "./named-sources.ts";
import { operationIdGrammar } from "./operation-id-grammar.ts";
import { uniqueExampleNames } from "./unique-example-names.ts";

export default function testsigmaTms() {
  return {
    id: "testsigma-tms",
    rules: {
      oas3: {
        "consistent-provenance": consistentProvenance,
        "described-properties": describedProperties,
        "fitting-examples": fittingExamples,
        "known-extensions": knownExtensions,
        "known-provenance": knownProvenance,
        "mapped-discriminators": mappedDiscriminators,
        "named-sources": namedSources,
        "operation-id-grammar": operationIdGrammar,
        "unique-example-names": uniqueExampleNames,
      },
    },
    decorators: {
      oas3: { "list-sources": listSources },
    },
  };
}
