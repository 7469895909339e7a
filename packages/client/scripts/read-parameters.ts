import { isObject, type Parameter, type Resolve, type Schema, typeOf } from "@testsigma-tms/codegen";
import { pathNames } from "../src/operations/operation-route.ts";

/** Groups parameters by place; rejects one that the client could not send. */
export function readParameters(where: string, template: string, parameters: Parameter[], resolve: Resolve) {
  const at = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const undescribed = pathNames(template).filter((name) => !at("path").some((parameter) => parameter.name === name));
  const problems = [
    ...parameters.flatMap((parameter) => {
      const problem = findProblem(parameter, resolve);
      return problem ? [`the ${parameter.in} parameter \`${parameter.name}\` ${problem}`] : [];
    }),
    ...undescribed.map((name) => `the path parameter \`${name}\` is not described. Add it to \`parameters\`.`),
  ];
  if (problems.length > 0) throw new Error(problems.map((problem) => `${where}: ${problem}`).join("\n"));
  return { path: at("path"), query: at("query"), header: at("header") };
}

function findProblem({ in: place, required, schema, style, explode, allowReserved }: Parameter, resolve: Resolve) {
  // An optional cookie is left out of the input.
  if (place === "cookie") return required ? "cannot be sent: fetch sets no cookies." : undefined;
  if (!schema) return "has no `schema`. One with `content` is not supported.";
  if (allowReserved) return "has `allowReserved`, which is not supported.";
  const resolved = resolve<Schema>(schema as Schema);
  const isList = typeOf(resolved) === "array";
  if (place === "query" && isObject(resolved, resolve)) {
    return style === "deepObject" ? undefined : "is an object. Supported is `style: deepObject` only.";
  }
  if (place !== "query" && (isList || isObject(resolved, resolve)))
    return "is no single value, which is not supported.";
  const styles = { path: "simple", query: "form", header: "simple" } as const;
  if (style !== undefined && style !== styles[place as keyof typeof styles]) {
    return `has \`style: ${style}\`, which is not supported.`;
  }
  return isList && explode === false ? "has `explode: false`, which is not supported." : undefined;
}
