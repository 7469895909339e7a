import { isRecord } from "../describe.js";
import { check, type Schema, type Schemas } from "./json-schema.js";
import { Problems } from "./problems.js";
import { toJson } from "./to-json.js";

export interface OperationSchemas {
  /** The schema of the flat input without the body: path and query parameters, and `body` if that is not an object. */
  readonly parameters: Schema;
  /** The body, if its properties are in the input. */
  readonly body?: {
    readonly schema: Schema;
    readonly isRequired: boolean;
    /** The properties of the input that are not sent in the body. */
    readonly outside: readonly string[];
  };
  /** The schema of a successful response; `true` if it may be anything. */
  readonly result: Schema;
  /** The schema of each documented failure's body, by status, a range such as `4XX`, or `default`. */
  readonly errors: Schemas;
}

/** The content of `src/generated/schemas.ts`. */
export interface SchemaTables {
  /** The schemas that a `$ref` may name. */
  readonly schemas: Schemas;
  /** The schemas of each operation, by `operationId`. */
  readonly operationSchemas: Readonly<Record<string, OperationSchemas>>;
}

/** Finds everything in the inputs and responses of operations that the spec does not allow. */
export function findProblems({ schemas, operationSchemas }: SchemaTables) {
  const checkAll = (value: unknown, schema: Schema, problems: Problems) =>
    check({ path: [], problems, schemas }, value, schema);

  function inResponse(body: unknown, schema: Schema = true): Problems {
    const problems = new Problems();
    const value = toJson(body, problems);
    if (problems.count === 0) checkAll(value, schema, problems);
    return problems;
  }

  return {
    inInput(operation: string, input: unknown): Problems {
      const problems = new Problems();
      const value = toJson(input, problems);
      const { parameters = true, body } = operationSchemas[operation] ?? {};
      // If JSON cannot represent the input, there is nothing to check.
      if (problems.count > 0) return problems;

      checkAll(value, parameters, problems);
      if (!body || !isRecord(value)) return problems;
      const sent = Object.fromEntries(Object.entries(value).filter(([name]) => !body.outside.includes(name)));
      if (body.isRequired || Object.keys(sent).length > 0) checkAll(sent, body.schema, problems);
      return problems;
    },

    inResult(operation: string, result: unknown): Problems {
      // A success without a body is left to the client, which knows the status.
      return inResponse(result, result === undefined ? true : operationSchemas[operation]?.result);
    },

    inError(operation: string, status: number, body: unknown): Problems {
      const errors = operationSchemas[operation]?.errors ?? { default: true };
      const schema = errors[status] ?? errors[`${`${status}`[0]}XX`] ?? errors.default;
      if (schema !== undefined) return inResponse(body, schema);
      const problems = new Problems();
      const statuses = Object.keys(errors).join(", ");
      problems.add({ pointer: "", given: status, allowed: `a documented status (${statuses})` });
      return problems;
    },
  };
}
