import { isRef, type Oas3_1Schema, type Oas3Rule, type OasRef, type UserContext } from "@redocly/openapi-core";

const anywhere = ["x-provenance", "x-required-provenance", "x-source"];
const ofTypes: Record<string, string[]> = { Operation: ["x-repeatable", "x-items"], Schema: ["x-known-values"] };

/** Rejects an extension that nothing reads. */
export const knownExtensions: Oas3Rule = () => ({
  any(node: unknown, { type, location, report }: UserContext) {
    // In a map of headers, `x-request-id` is a name.
    if (typeof node !== "object" || node === null || type.name === "HeadersMap") return;
    const known = [...anywhere, ...(ofTypes[type.name] ?? [])];
    for (const key of Object.keys(node).filter((name) => name.startsWith("x-") && !known.includes(name))) {
      const message = `The extension \`${key}\` is not known here: expected ${known.join(", ")}.`;
      report({ message, location: location.child(key).key() });
    }
  },
});

/**
 * Rejects a list of which `paginate` would return the first page only: one that names no array of its response, or
 * whose response has no `page_info`.
 */
export const pagedLists: Oas3Rule = () => {
  let bodies: Place[] = [];
  const cure =
    "expected dot paths of an array in the response, such as `[data.test_runs]`, or `[]` if it has no `page_info`";
  return {
    Operation: {
      enter() {
        bodies = [];
      },
      Response: {
        skip: (_response, status) => !String(status).startsWith("2"),
        MediaType({ schema }, { location }) {
          if (schema) bodies.push({ schema: schema as Oas3_1Schema, file: location.source.absoluteRef });
        },
      },
      leave(operation, { location, report, resolve }) {
        const items: string[] | undefined = Reflect.get(operation, "x-items");
        const at = location.child("x-items");
        const hasPlace = (path: string) =>
          bodies.some((body) =>
            path.split(".").reduce<Place | undefined>((place, name) => child(place, name, resolve), body),
          );
        if (!items && operation.operationId?.startsWith("list"))
          report({ message: `The list \`${operation.operationId}\` has no \`x-items\`: ${cure}.`, location });
        // The type of the list is checked by `rule/items`.
        if (!Array.isArray(items) || items.length === 0) return;
        for (const path of items.filter((name) => !hasPlace(name)))
          report({ message: `The response has no \`${path}\`. \`x-items\`: ${cure}.`, location: at });
        const message =
          "The response has no `page_info`, so `paginate` would end after one page. Describe it, or write `x-items: []`.";
        if (!hasPlace("page_info")) report({ message, location: at });
      },
    },
  };
};

/** A schema, and the file that its references start from. */
interface Place {
  schema: Oas3_1Schema | OasRef;
  file: string;
}

/** Returns the place of a property, which may stand in a referenced schema or in one of several alternatives. */
function child(place: Place | undefined, name: string, resolve: UserContext["resolve"]): Place | undefined {
  if (!place) return undefined;
  const target = isRef(place.schema) ? resolve<Oas3_1Schema>(place.schema, place.file) : undefined;
  const schema = target ? target.node : (place.schema as Oas3_1Schema);
  const file = target?.location?.source.absoluteRef ?? place.file;
  const { properties = {}, allOf = [], anyOf = [], oneOf = [] } = schema ?? {};
  const property = properties[name];
  if (property) return { schema: property, file };
  return [...allOf, ...anyOf, ...oneOf].map((part) => child({ schema: part, file }, name, resolve)).find(Boolean);
}

/** Rejects an operation without a declared tag, and a declared tag without an operation: tags are the docs' sections. */
export const declaredTags: Oas3Rule = () => {
  let declared: string[] = [];
  const used = new Set<string>();
  return {
    Root: {
      enter(document) {
        declared = (document.tags ?? []).map(({ name }) => name);
      },
      leave(_document, { location, report }) {
        for (const [index, name] of declared.entries()) {
          const message = `No operation has the tag \`${name}\`. Delete it.`;
          if (!used.has(name)) report({ message, location: location.child(["tags", index]) });
        }
      },
    },
    Operation({ tags = [] }, { location, report }) {
      for (const tag of tags) used.add(tag);
      const unknown = tags.filter((tag) => !declared.includes(tag));
      if (tags.length > 0 && unknown.length === 0) return;
      const got = unknown.length > 0 ? unknown.join(", ") : "nothing";
      const message = `\`tags\`: expected one of ${declared.join(", ")}, got ${got}. Use one, or declare a new one under \`tags\` in openapi.yaml.`;
      report({ message, location: tags.length > 0 ? location.child("tags") : location });
    },
  };
};

/** Rejects an operation that takes input and does not document how the service rejects it. */
export const documentedRejections: Oas3Rule = () => ({
  PathItem: {
    Operation(operation, { location, report }, { PathItem }) {
      const { requestBody, parameters = [], responses = {} } = operation;
      const hasInput = requestBody || [...parameters, ...(PathItem.parameters ?? [])].length > 0;
      const message =
        "The operation takes input and documents neither 400 nor 422. Add BadRequest.yaml or UnprocessableContent.yaml of components/responses.";
      if (hasInput && !responses["400"] && !responses["422"])
        report({ message, location: location.child("responses") });
    },
  },
});

/** Rejects a text that names an operation in backticks, such as `createTestRun`, which the spec does not have. */
export const namedOperations: Oas3Rule = () => {
  const ids = new Set<string>();
  const reports: (() => void)[] = [];
  return {
    Operation: ({ operationId = "" }) => void ids.add(operationId),
    any(node: { description?: unknown } | null, { location, report }: UserContext) {
      for (const [, name = ""] of String(node?.description ?? "").matchAll(/`([a-z]+(?:[A-Z][a-z0-9]+)+)`/g)) {
        const message = `The text names the operation \`${name}\`, which the spec does not have.`;
        reports.push(() => ids.has(name) || report({ message, location: location.child("description") }));
      }
    },
    Root: { leave: () => reports.forEach((reportIfUnknown) => void reportIfUnknown()) },
  };
};

/** Rejects two examples with the same name within an operation: the names are the mock's scenarios. */
export const uniqueExampleNames: Oas3Rule = () => {
  const seen = new Set<string>();
  return {
    Operation: {
      enter: () => seen.clear(),
      ExamplesMap(examples: Record<string, unknown>, { location, report }: UserContext) {
        for (const name of Object.keys(examples)) {
          const message = `The operation has two examples named \`${name}\`. Rename one: example names are the mock's scenarios.`;
          if (seen.has(name)) report({ message, location: location.child(name).key() });
          seen.add(name);
        }
      },
    },
  };
};
