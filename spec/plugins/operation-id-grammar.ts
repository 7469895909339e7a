import type { Oas3Rule } from "@redocly/openapi-core";

/** The common verbs of APIs, and the methods that each goes with. */
const methodsOf: Record<string, string[]> = {
  list: ["get"],
  get: ["get"],
  create: ["post"],
  update: ["put", "patch"],
  delete: ["delete"],
  upload: ["post", "put"],
  download: ["get"],
};

interface Options {
  /** The verbs that the documentation uses besides the common ones. */
  verbs?: string[];
}

/** Rejects an `operationId` that is not a known verb and a noun, or whose verb does not go with the method. */
export const operationIdGrammar: Oas3Rule = ({ verbs = [] }: Options) => ({
  Operation({ operationId }, { location, report, key }) {
    if (!operationId) return;
    const at = location.child("operationId");
    const [, verb = ""] = /^([a-z]+)([A-Z][a-z0-9]+)+$/.exec(operationId) ?? [];
    const allowed = [...Object.keys(methodsOf), ...verbs];
    const methods = methodsOf[verb];
    if (!allowed.includes(verb)) {
      const message = `\`${operationId}\` is not a verb and a noun. Allowed verbs: ${allowed.join(", ")}. If the documentation uses another verb, add it to \`verbs\` in spec/redocly.yaml.`;
      report({ message, location: at });
    } else if (methods && !methods.includes(String(key))) {
      const message = `\`${operationId}\` is a ${String(key).toUpperCase()}, but \`${verb}\` goes with ${methods.map((method) => method.toUpperCase()).join(" or ")}.`;
      report({ message, location: at });
    }
  },
});
