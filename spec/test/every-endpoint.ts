import { readFile } from "node:fs/promises";

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

/** Every known endpoint, by its method and path. */
export const endpoints: [string, Endpoint][] = Object.entries(JSON.parse(await readFile(file, "utf8")));
