import { propertiesOf } from "@testsigma-tms/spec/reader/browser";
import type { MockOperation } from "../api.js";
import type { RequestBody } from "../check/read-body.js";
import { isObject, type JsonObject } from "../http/json.js";
import { type Collection, contentOf, exampleOf } from "./collections.js";
import { listRows } from "./list-rows.js";
import type { Memory, PathValues } from "./memory.js";
import type { Entry, Row, Table } from "./table.js";

/** A valid request to execute. */
export interface StoreRequest {
  operation: MockOperation;
  path: PathValues;
  url: URL;
  body: Pick<RequestBody, "value" | "files"> | undefined;
  /** The warnings about the request, to which the memory adds things that are probably mistakes. */
  warnings: string[];
}

/** A request to a collection of the memory, with what the rules of all operations share. */
export class Call {
  readonly memory: Memory;
  readonly collection: Collection;
  readonly request: StoreRequest;
  /** The properties of the body, or the parts of the form. */
  readonly body: JsonObject;

  constructor(memory: Memory, collection: Collection, request: StoreRequest) {
    this.memory = memory;
    this.collection = collection;
    this.request = request;
    this.body = isObject(request.body?.value) ? request.body.value : {};
  }

  /** Returns a table for the path of the request, by default that of its collection. Throws if a parent does not exist. */
  table(template = this.collection.path): Table {
    return this.memory.table(template, this.request.path);
  }

  /** Returns the row that the path identifies. Throws if there is none. */
  row(): Row {
    return this.memory.entry(this.collection, this.request.path).row;
  }

  /** Changes the row that the path identifies, and sets `updated_at` if it has one. */
  change(changes: JsonObject): Row {
    const row = this.row();
    const time = "updated_at" in row && { updated_at: this.memory.now() };
    const changed = { ...row, ...changes, id: row.id, ...time };
    this.table().put(changed);
    return changed;
  }

  /** Creates a row; properties that a request cannot have are taken from the documented response. */
  create(computed: JsonObject = {}): Row {
    const { operation, path } = this.request;
    const possible = this.#bodyProperties();
    const sent = this.settable(possible);
    const made: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(exampleOf(operation, this.collection.noun) ?? {})) {
      if (name === "human_id" && typeof value === "string") made[name] = this.#humanId(value);
      else if (name === "created_at" || name === "updated_at") made[name] = this.memory.now();
      else if (name in sent) made[name] = sent[name];
      else if (!possible.has(name)) made[name] = path.get(name) ?? value;
    }
    const id = typeof computed.id === "string" ? computed.id : this.memory.newId();
    const row = { ...made, ...computed, id };
    this.table().put(row);
    return row;
  }

  /** Returns the next human id, in the documented format with the prefix of the project. */
  #humanId(documented: string): string {
    const [, prefix = "", kind = ""] = /^([^-]*)-(.*?)\d*$/.exec(documented) ?? [];
    const projects = this.memory.collections.find(({ noun }) => noun === "project");
    const project = projects && this.memory.entry(projects, this.request.path).row;
    return `${project?.human_id_prefix ?? prefix}-${kind}${this.table().nextNumber}`;
  }

  /** Returns the properties of the body that the spec lets a request set; the others are ignored, as on the service. */
  settable(possible = this.#bodyProperties()): JsonObject {
    return Object.fromEntries(Object.entries(this.body).filter(([name]) => possible.has(name) && name !== "human_id"));
  }

  #bodyProperties(): ReadonlyMap<string, unknown> {
    return propertiesOf(this.request.operation.requestBody?.content[0]?.schema ?? {}, this.memory.resolve);
  }

  /** Makes a response with one entity, by default of the collection, and the documented message. */
  single(value: object, noun = this.collection.noun): JsonObject {
    const content = contentOf(this.request.operation);
    return { ...(isObject(content) && content), data: { [noun]: value } };
  }

  /** Makes a response with the requested page of a list. */
  page(entries: readonly Entry[]): JsonObject {
    const { operation, url } = this.request;
    const [items = ""] = operation.items;
    const name = items.split(".").at(-1) ?? "";
    const { page, page_info } = listRows(entries, { url, name, pages: this.memory.state.pages });
    return { message: "", data: items === "data" ? page : { [name]: page }, page_info };
  }
}
