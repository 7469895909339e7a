import { isRef, type Oas3_1Schema, type Oas3Rule, type OasRef, type UserContext } from "@redocly/openapi-core";

const anywhere = ["x-provenance", "x-required-provenance", "x-source"];
const ofTypes: Record<string, string[]> = { Operation: ["x-repeatable", "x-items"], Schema: ["x-known-values"] };

/** Rejects an extension that nothing reads, and one with a value that its readers do not expect. */
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
  Schema(schema, { location, report }) {
    const values: unknown = Reflect.get(schema, "x-known-values");
    const message = schema.enum
      ? "`x-known-values` is beside `enum`, which is closed. Keep one of them."
      : `\`x-known-values\`: expected a list of strings, got ${JSON.stringify(values)}.`;
    if (values !== undefined && (schema.enum || !isStrings(values)))
      report({ message, location: location.child("x-known-values") });
  },
  Operation(operation, { location, report }) {
    const repeatable: unknown = Reflect.get(operation, "x-repeatable") ?? true;
    const message = `\`x-repeatable\`: expected true or false, got ${JSON.stringify(repeatable)}.`;
    if (typeof repeatable !== "boolean") report({ message, location: location.child("x-repeatable") });
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
        const items: unknown = Reflect.get(operation, "x-items");
        const at = location.child("x-items");
        const isThere = (path: string) =>
          bodies.some((body) =>
            path.split(".").reduce<Place | undefined>((place, name) => child(place, name, resolve), body),
          );
        if (items === undefined) {
          const message = `The list \`${operation.operationId}\` has no \`x-items\`: ${cure}.`;
          if (operation.operationId?.startsWith("list")) report({ message, location });
        } else if (!Array.isArray(items) || (items.length > 0 && !isStrings(items))) {
          report({ message: `\`x-items\`: ${cure}; got ${JSON.stringify(items)}.`, location: at });
        } else {
          for (const path of items.filter((name) => !isThere(name)))
            report({ message: `The response has no \`${path}\`. \`x-items\`: ${cure}.`, location: at });
          const message =
            "The response has no `page_info`, so `paginate` would end after one page. Describe it, or write `x-items: []`.";
          if (items.length > 0 && !isThere("page_info")) report({ message, location: at });
        }
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

/** Rejects an operation that does not document how the service rejects a missing key, or invalid input. */
export const documentedRejections: Oas3Rule = () => ({
  PathItem: {
    Operation(operation, { location, report }, { PathItem }) {
      const { requestBody, parameters = [], responses = {} } = operation;
      const hasInput = requestBody || [...parameters, ...(PathItem.parameters ?? [])].length > 0;
      const at = location.child("responses");
      const missing = [
        ...(responses["401"] ? [] : ["401 (Unauthorized.yaml)"]),
        ...(hasInput && !responses["400"] && !responses["422"]
          ? ["400 (BadRequest.yaml) or 422 (UnprocessableContent.yaml)"]
          : []),
      ];
      for (const status of missing)
        report({
          message: `The operation does not document ${status}. Add it from components/responses.`,
          location: at,
        });
    },
  },
});

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

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");
