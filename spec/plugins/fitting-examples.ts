import type { Oas3Operation, Oas3Rule, UserContext } from "@redocly/openapi-core";

interface Facts {
  operationId: string;
  path: string;
  /** The names of its parameters and of the properties of its body. */
  inputs: Set<string>;
}

/**
 * A text in an error that makes a claim about the request. `conflict` says why the claim cannot be true, if it cannot.
 */
interface Claim {
  text: RegExp;
  conflict: (match: string, operation: Facts) => string | false;
}

const claims: Claim[] = [
  {
    text: /\b([A-Z][a-z]+(?: [a-z]+)*) not found with ID/,
    conflict(entity, { operationId, path }) {
      const id = `${entity.toLowerCase().replaceAll(" ", "_")}_id`;
      return (
        !path.includes(`{${id}}`) &&
        `a missing ${entity.toLowerCase()}, but the path of \`${operationId}\` has no \`${id}\``
      );
    },
  },
  {
    text: /\b(\w+) is required\b/,
    conflict: (name, { operationId, inputs }) =>
      !inputs.has(name) && `a missing \`${name}\`, but \`${operationId}\` has no such input`,
  },
  {
    text: /\bError ([a-z ]+) title already exists\b/,
    conflict(entity, { operationId }) {
      const writes = new RegExp(`^(create|update)${entity.replaceAll(" ", "")}$`, "i");
      return !writes.test(operationId) && `the title of a ${entity}, but \`${operationId}\` does not write one`;
    },
  },
];

/** Rejects an error example of an operation that cannot cause it, such as a missing project if no project is given. */
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
          for (const { text, conflict } of claims) {
            const [, match] = text.exec(JSON.stringify(value) ?? "") ?? [];
            const found = match !== undefined && conflict(match, facts);
            if (found) report({ message: `The example is about ${found}.`, location });
          }
        },
      },
    },
  };
};
