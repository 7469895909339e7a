import type { Resolve } from "../api/api.js";
import { isNode, type Node } from "../api/node.js";
import type { Operation } from "../api/operation.js";
import { type Collection, contentOf, exampleOf } from "./collections.js";
import { listRows } from "./list-rows.js";
import { type Row, Rows } from "./rows.js";
import type { State } from "./state-options.js";
import { notFound } from "./store-error.js";

/** A valid request, in the form that the memory needs. */
export interface StoreRequest {
  operation: Operation;
  /** The path parameters, by their names in the template. */
  path: ReadonlyMap<string, string>;
  url: URL;
  /** The properties of the body, or the parts of the form. */
  body: Node;
  /** The files of the form, as text. */
  files: ReadonlyMap<string, string>;
  /** Collects warnings of things that are probably mistakes. */
  warnings: string[];
}

/** The data that the mock remembers, with the functions that the rules of all operations share. */
export class Memory {
  readonly rows: Rows;
  readonly state: State;
  readonly collections: Collection[];
  readonly operations: ReadonlyMap<string, Operation>;
  readonly #resolve: Resolve;

  constructor(operations: Operation[], collections: Collection[], resolve: Resolve, state: State, seed: string) {
    this.rows = new Rows(seed);
    this.state = state;
    this.collections = collections;
    this.operations = new Map(operations.map((operation) => [operation.id, operation]));
    this.#resolve = resolve;
  }

  /** Returns the time in the configured unit. */
  now(): number {
    const now = this.state.now();
    return this.state.timestamps === "seconds" ? Math.floor(now / 1000) : now;
  }

  /** Returns the path of a collection with the identifiers of a request. Throws if a parent does not exist. */
  pathOf(template: string, path: ReadonlyMap<string, string>): string {
    return template.replace(/\{(\w+)\}/g, (_, name: string) => this.row(name, path).id);
  }

  /** Returns the row that a path parameter identifies. Throws if there is none. */
  row(parameter: string, path: ReadonlyMap<string, string>): Row {
    const collection = this.collections.find((one) => one.parameter === parameter);
    const id = path.get(parameter) ?? "";
    if (!collection) return { id };
    const row = this.rows.find(this.pathOf(collection.path, path), id);
    if (!row) throw notFound(collection.noun, id);
    return row;
  }

  /** Changes a row, and sets `updated_at` if it has one. */
  change({ path, parameter }: Collection, values: ReadonlyMap<string, string>, changes: Node): Row {
    const row = this.row(parameter, values);
    const changed = { ...row, ...changes, id: row.id, ...("updated_at" in row && { updated_at: this.now() }) };
    this.rows.put(this.pathOf(path, values), changed);
    return changed;
  }

  /** Creates a row from a request; properties that a request cannot have are taken from the documented response. */
  create({ path: template, noun }: Collection, { operation, path, body }: StoreRequest, more: Node = {}): Row {
    const at = this.pathOf(template, path);
    const documented = exampleOf(operation, noun) ?? {};
    const possible = Object.keys(this.#propertiesOf(operation.body?.contents[0]?.schema));
    const isKept = (name: string) => name === "human_id" || !possible.includes(name) || name in body;
    const kept = Object.entries(documented).filter(([name]) => isKept(name));
    const made: Record<string, unknown> = {};
    for (const [name, value] of kept) {
      const isTime = name === "created_at" || name === "updated_at";
      if (name === "human_id" && typeof value === "string") made[name] = this.humanId(value, at, path);
      else made[name] = isTime ? this.now() : (body[name] ?? path.get(name) ?? value);
    }
    const row = { ...made, id: this.rows.newId(), ...more };
    this.rows.put(at, row);
    return row;
  }

  /** Returns the next human id, in the documented format with the prefix of the project. */
  humanId(documented: string, at: string, path: ReadonlyMap<string, string>): string {
    const [, prefix = "", kind = ""] = /^([^-]*)-(.*?)\d*$/.exec(documented) ?? [];
    const project = path.has("project_id") ? this.row("project_id", path) : undefined;
    return `${project?.human_id_prefix ?? prefix}-${kind}${this.rows.nextNumber(at)}`;
  }

  #propertiesOf(schema: Node | undefined): Node {
    const properties = schema && this.#resolve(schema).properties;
    return isNode(properties) ? properties : {};
  }

  /** Returns the properties of a body that exist: in the stored row, or in the schema of the body. */
  known({ operation, body }: StoreRequest, row: Row): Node {
    const possible = this.#propertiesOf(operation.body?.contents[0]?.schema);
    return Object.fromEntries(Object.entries(body).filter(([name]) => name in row || name in possible));
  }

  /** Makes a response with one entity and the documented message. */
  single({ operation }: StoreRequest, noun: string, value: unknown): Node {
    const content = contentOf(operation);
    return { ...(isNode(content) && content), data: { [noun]: value } };
  }

  /** Makes a response with the requested page of a list. */
  page({ operation, url }: StoreRequest, rows: Row[]): Node {
    const [items = ""] = operation.items;
    const name = items.split(".").at(-1) ?? "";
    const positionOf = (row: Row) => this.rows.positionOf(row);
    const { page, page_info } = listRows(rows, { url, name, positionOf, pages: this.state.pages });
    return { message: "", data: items === "data" ? page : { [name]: page }, page_info };
  }
}
