import type { Oas3Rule } from "@redocly/openapi-core";

/** The verbs of every API, and the method that each goes with. */
const methodOf: Record<string, string> = {
  list: "get",
  get: "get",
  create: "post",
  update: "put",
  delete: "delete",
};

interface Options {
  /** The verbs that the documentation uses besides `list`, `get`, `create`, `update` and `delete`. */
  verbs?: string[];
}

/** Rejects an `operationId` that is not a known verb and a noun, or whose verb does not go with the method. */
export const operationIdGrammar: Oas3Rule = ({ verbs = [] }: Options) => ({
  Operation({ operationId }, { location, report, key }) {
    if (!operationId) return;
    const at = location.child("operationId");
    const [, verb = ""] = /^([a-z]+)([A-Z][a-z0-9]+)+$/.exec(operationId) ?? [];
    const allowed = [...Object.keys(methodOf), ...verbs];
    if (!allowed.includes(verb)) {
      const message = `\`${operationId}\` is not a verb and a noun. Allowed verbs: ${allowed.join(", ")}.`;
      report({ message, location: at });
    } else if (methodOf[verb] && methodOf[verb] !== key) {
      const message = `\`${operationId}\` is a ${String(key).toUpperCase()}, but \`${verb}\` goes with ${methodOf[verb].toUpperCase()}.`;
      report({ message, location: at });
    }
  },
});
