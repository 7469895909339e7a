/**
 * The house rules of this description, for Redocly CLI: every member says what it is and where that is known from,
 * and the bundle says so in plain text, because generators drop extensions.
 */
import { describedMembers } from "./described-members.ts";
import { knownProvenance } from "./known-provenance.ts";
import { provenanceInDescriptions } from "./provenance-in-descriptions.ts";
import { uniqueExampleNames } from "./unique-example-names.ts";

export default function testsigmaTms() {
  return {
    id: "testsigma-tms",
    rules: {
      oas3: {
        "described-members": describedMembers,
        "known-provenance": knownProvenance,
        "unique-example-names": uniqueExampleNames,
      },
    },
    decorators: {
      oas3: { "provenance-in-descriptions": provenanceInDescriptions },
    },
  };
}
