import type { Oas3Operation, Oas3Rule, UserContext } from "@redocly/openapi-core";

/** What the text of an error says of the request that caused it, as far as the operation shows whether it can be true. */
const claims: { text: RegExp; needs: (match: string) => string; fits: (match: string, about: Facts) => boolean }[] = [
  {
    text: /\b([A-Z][a-z]+(?: [a-z]+)*) not found with ID/,
    needs: (entity) => `an identifier \`${identifierOf(entity)}\` in the path`,
    fits: (entity, { path }) => path.includes(`{${identifierOf(entity)}}`),
  },
  {
    text: /\b(\w+) is required\b/,
    needs: (name) => `an input named \`${name}\``,
    fits: (name, { inputs }) => inputs.has(name),
  },
  {
    text: /\bError ([a-z ]+) title already exists\b/,
    needs: (entity) => `to create or update a ${entity}`,
    fits: (entity, { operationId }) =>
      new RegExp(`^(create|update)${entity.replaceAll(" ", "")}$`, "i").test(operationId),
  },
];

interface Facts {
  operationId: string;
  path: string;
  inputs: Set<string>;
}

/** Rejects an error example at an operation that cannot cause it, such as a missing project where no project is named. */
export const fittingExamples: Oas3Rule = () => {
  let path = "";
  let facts: Facts = { operationId: "", path, inputs: new Set() };
  return {
    PathItem: {
      enter: (_item, { key }) => {
        path = String(key);
      },
    },
    Operation: {
      enter(operation: Oas3Operation) {
        facts = { operationId: operation.operationId ?? "", path, inputs: new Set(path.match(/(?<={)\w+(?=})/g)) };
      },
      RequestBody: {
        SchemaProperties(properties: object) {
          for (const name of Object.keys(properties)) facts.inputs.add(name);
        },
      },
      Parameter: ({ name }: { name?: string }) => {
        if (name) facts.inputs.add(name);
      },
      Response: {
        Example({ value }: { value?: unknown }, { location, report }: UserContext) {
          for (const { text, needs, fits } of claims) {
            const [, match] = text.exec(JSON.stringify(value) ?? "") ?? [];
            if (match === undefined || fits(match, facts)) continue;
            report({ message: `The example needs ${needs(match)}, which \`${facts.operationId}\` has not.`, location });
          }
        },
      },
    },
  };
};

const identifierOf = (entity: string) => `${entity.toLowerCase().replaceAll(" ", "_")}_id`;
