import { readFile } from "node:fs/promises";
import { operations } from "./spec.ts";

interface Body {
  content_type?: string;
  body?: unknown;
  /** The parts of a form, in curl's notation. */
  form?: Record<string, string>;
}

/** A known endpoint: the examples of its documented page, and shapes that others observed on the live service. */
export interface Endpoint {
  status: "documented" | "observed";
  request?: Body;
  response: { status: number; body: unknown };
  /** The observed shapes, in which `<…>` is a placeholder for a value of that type. */
  observed?: { request?: Body; requests?: unknown[]; response?: { body: unknown }; names?: string[] };
}

const file = new URL("fixtures/every-endpoint.examples.json", import.meta.url);
const all: [string, Endpoint][] = Object.entries(JSON.parse(await readFile(file, "utf8")));

export const described = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));

/** Every known endpoint that is in the spec, by its method and path. */
export const endpoints = all.filter(([name]) => described.has(name));

/** The known endpoints that the spec does not have. */
export const missingEndpoints = all.map(([name]) => name).filter((name) => !described.has(name));
