import fc from "fast-check";
import { hostileFormats, hostileNames, hostileParameters, hostileTexts } from "./hostile.ts";

/** A resource of a made-up API, with its own schemas and up to six operations. */
export interface Resource {
  properties: Property[];
  /** True if its schema refers to itself, as in a tree. */
  isTree: boolean;
  hasImport: boolean;
  /** Names of the query parameters of its list. */
  filters: string[];
  text: string;
}

export interface Property {
  name: string;
  kind: (typeof kinds)[number] | "deep" | "odd";
  /** The format of an `odd` string. */
  format: string;
  isRequired: boolean;
  text: string;
}

const kinds = ["string", "uuid", "integer", "boolean", "status", "list", "nested"] as const;

const words = [
  "title",
  "owner",
  "label",
  "priority",
  "started_at",
  "note",
  "estimate",
  "build",
  "color",
  "rank",
  "source",
];
const sentences = ["Set by the service.", "Shown in lists.", "Unique in its project.", "In seconds."];

/** Makes resources at random; the same seed makes the same ones. */
export function makeResources(count: number, { seed, hostile }: { seed: number; hostile: boolean }): Resource[] {
  const text = fc.constantFrom(...(hostile ? [...sentences, ...hostileTexts] : sentences));
  const property = fc.record({
    name: fc.constantFrom(...(hostile ? [...words, ...hostileNames] : words)),
    kind: fc.constantFrom(...kinds, ...(hostile ? (["deep", "odd"] as const) : [])),
    format: fc.constantFrom(...hostileFormats),
    isRequired: fc.boolean(),
    text,
  });
  const resource = fc.record({
    properties: fc.uniqueArray(property, { selector: ({ name }) => name, minLength: 2, maxLength: 8, size: "max" }),
    isTree: hostile ? fc.boolean() : fc.constant(false),
    hasImport: fc.boolean(),
    filters: hostile ? fc.subarray(hostileParameters) : fc.constant<string[]>([]),
    text,
  });
  return fc.sample(resource, { seed, numRuns: count });
}
