import type { Operation } from "../document/operation.js";
import type { Sent } from "./echo.js";

/** What a valid request named: the members of its JSON body, and its path parameters. */
export function sentValues({ path: template, prism }: Operation, path: string, body: unknown): Sent {
  const named = typeof body === "object" && body !== null && !Array.isArray(body) ? body : {};
  const schemas = (prism.request?.body?.contents ?? []).map(({ schema }) => schema);
  return {
    values: { ...pathParameters(template, path), ...named },
    possible: new Set(schemas.flatMap((schema) => Object.keys(schema?.properties ?? {}))),
  };
}

function pathParameters(template: string, path: string): Record<string, string> {
  const values = path.split("/");
  const whole = template.split("/").flatMap((segment, index) => {
    const name = /^\{([^}]*)\}$/.exec(segment)?.[1];
    return name === undefined ? [] : [[name, decodeURIComponent(values[index] ?? "")]];
  });
  return Object.fromEntries(whole);
}
