import { readFile } from "node:fs/promises";

interface Body {
  content_type?: string;
  body?: unknown;
  /** Parts of a form, in curl's notation. */
  form?: Record<string, string>;
}

/** What is known of one endpoint: the examples of its documented page, and shapes that others saw on the live service. */
export interface Endpoint {
  status: "documented" | "observed";
  request?: Body;
  response: { status: number; body: unknown };
  /** Shapes: `<…>` stands for a value of that type. */
  observed?: { request?: Body; requests?: unknown[]; response?: { body: unknown }; names?: string[] };
}

const file = new URL("fixtures/every-endpoint.examples.json", import.meta.url);

/** Every known endpoint by its method and path. */
export const endpoints: [string, Endpoint][] = Object.entries(JSON.parse(await readFile(file, "utf8")));
