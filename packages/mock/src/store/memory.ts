import { propertiesOf, type Resolve } from "@testsigma-tms/spec/reader/browser";
import type { Api, MockOperation } from "../api.js";
import { isObject, type JsonObject } from "../http/json.js";
import { type Collection, contentOf, exampleOf } from "./collections.js";
import { listRows } from "./list-rows.js";
import { Rows } from "./rows.js";
import type { State } from "./state-options.js";
import { notFound } from "./store-error.js";
import type { Entry, Row } from "./table.js";

/** A valid request, in the form that the memory needs. */
export interface StoreRequest {
  operation: MockOperation;
  /** The path parameters, by their names in the template. */
  path: ReadonlyMap<string, string>;
  url: URL;
  /** The properties of the body, or the parts of the form. */
  body: JsonObject;
  /** The files of the form, as text. */
  files: ReadonlyMap<string, string>;
  /** Collects warnings of things that are probably mistakes. */
  warnings: string[];
}

/** What an API has to remember. */
export interface StoredKinds {
  collections: Collection[];
  users: ReadonlySet<string>;
}

/** The data that the mock remembers, with the functions that the rules of all operations share. */
export class Memory {
  readonly rows: Rows;
  readonly state: State;
  readonly collections: Collection[];
  readonly operations: readonly MockOperation[];
  readonly users: ReadonlySet<string>;
  readonly #resolve: Resolve;

  constructor({ operations, resolve }: Api, { collections, users }: StoredKinds, state: State, seed: string) {
    this.rows = new Rows(seed);
    this.state = state;
    this.collections = collections;
    this.operations = operations;
    this.users = users;
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
    const collection = this.collections.find((candidate) => candidate.parameter === parameter);
    const id = path.get(parameter) ?? "";
    if (!collection) return { id };
    const row = this.rows.find(this.pathOf(collection.path, path), id);
    if (!row) throw notFound(collection.noun, id);
    return row;
  }

  /** Changes a row, and sets `updated_at` if it has one. */
  change({ path, parameter }: Collection, values: ReadonlyMap<string, string>, changes: JsonObject): Row {
    const row = this.row(parameter, values);
    const changed = { ...row, ...changes, id: row.id, ...("updated_at" in row && { updated_at: this.now() }) };
    this.rows.put(this.pathOf(path, values), changed);
    return changed;
  }

  /** Creates a row from a request; properties that a request cannot have are taken from the documented response. */
  create({ path: template, noun }: Collection, request: StoreRequest, computed: JsonObject = {}): Row {
    const { operation, path } = request;
    const at = this.pathOf(template, path);
    const possible = this.#bodyProperties(operation);
    const sent = this.settable(request);
    const made: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(exampleOf(operation, noun) ?? {})) {
      if (name === "human_id" && typeof value === "string") made[name] = this.humanId(value, at, path);
      else if (name === "created_at" || name === "updated_at") made[name] = this.now();
      else if (name in sent) made[name] = sent[name];
      else if (!possible.has(name)) made[name] = path.get(name) ?? value;
    }
    const row = { ...made, id: this.rows.newId(), ...computed };
    this.rows.put(at, row);
    return row;
  }

  /** Returns the next human id, in the documented format with the prefix of the project. */
  humanId(documented: string, at: string, path: ReadonlyMap<string, string>): string {
    const [, prefix = "", kind = ""] = /^([^-]*)-(.*?)\d*$/.exec(documented) ?? [];
    const project = path.has("project_id") ? this.row("project_id", path) : undefined;
    return `${project?.human_id_prefix ?? prefix}-${kind}${this.rows.nextNumber(at)}`;
  }

  /** Returns the properties of a body that the spec lets a request set; the others are ignored, as on the service. */
  settable({ operation, body }: StoreRequest): JsonObject {
    const possible = this.#bodyProperties(operation);
    return Object.fromEntries(Object.entries(body).filter(([name]) => possible.has(name) && name !== "human_id"));
  }

  #bodyProperties({ requestBody }: MockOperation): ReadonlyMap<string, unknown> {
    return propertiesOf(requestBody?.content[0]?.schema ?? {}, this.#resolve);
  }

  /** Makes a response with one entity and the documented message. */
  single({ operation }: StoreRequest, noun: string, value: unknown): JsonObject {
    const content = contentOf(operation);
    return { ...(isObject(content) && content), data: { [noun]: value } };
  }

  /** Makes a response with the requested page of a list. */
  page({ operation, url }: StoreRequest, entries: readonly Entry[]): JsonObject {
    const [items = ""] = operation.items;
    const name = items.split(".").at(-1) ?? "";
    const { page, page_info } = listRows(entries, { url, name, pages: this.state.pages });
    return { message: "", data: items === "data" ? page : { [name]: page }, page_info };
  }
}
