/**
 * Runs Redoc in a DOM of this thread and posts what it drew. A thread of its own, because Redoc and the DOM are global,
 * and React keeps the DOM that it finds when it is loaded.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { OpenApiDocument } from "@testsigma-tms/codegen";
import { Window } from "happy-dom";
import { type DrawnSection, fixRedoc } from "./fix-redoc.ts";

export interface RedocInput {
  document: OpenApiDocument;
  /** The names of its parts, which are its operations and text sections. */
  names: string[];
}

const window = new Window({ url: "http://localhost/" });
const { document } = window;

/** Redoc draws what comes near the window; here everything is near. */
class EverythingIsNear {
  readonly #callback: IntersectionObserverCallback;
  constructor(callback: IntersectionObserverCallback) {
    this.#callback = callback;
  }
  observe(target: Element): void {
    const entry = { isIntersecting: true, target } as IntersectionObserverEntry;
    queueMicrotask(() => this.#callback([entry], this as never));
  }
  unobserve(): void {}
  disconnect(): void {}
}

const globals = {
  window: globalThis,
  self: globalThis,
  IntersectionObserver: EverythingIsNear,
  console: { ...console, info: () => {} },
  // Redoc has nothing to ask anyone, and its telemetry is off; a request would be a mistake.
  fetch: () => Promise.reject(new Error("Redoc made a request while it drew.")),
  XMLHttpRequest: undefined,
  WebSocket: undefined,
  scrollTo: () => {},
};
const own = ["document", "location", "history", "navigator", "localStorage", "sessionStorage", "Event", "CustomEvent"];
for (const name of Object.getOwnPropertyNames(window)) {
  if (!(name in globalThis) || own.includes(name)) define(name, Reflect.get(window, name));
}
for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"] as const) {
  define(name, window[name].bind(window));
}
for (const [name, value] of Object.entries(globals)) define(name, value);

const renderer = new URL("./chunks/redoc.standalone.js", import.meta.resolve("@redocly/cli/lib/index.js"));
const { init } = await import(renderer.href);
const root = document.createElement("div");
document.body.append(root);
const { document: drawable, names } = workerData as RedocInput;
const options = { disableTelemetry: true, schemasExpansionLevel: "all", sortRequiredPropsFirst: true };
init(drawable, options, root);
const sections = await drawn();
parentPort?.postMessage(Object.fromEntries(names.map((name) => [name, drawingOf(name)])));

/** Redoc calls a text section by its slug, and an operation without a tag by its lower-case id. */
function drawingOf(name: string): DrawnSection {
  const section = sections.get(`/${name.toLowerCase()}`) ?? sections.get(`/other/${name.toLowerCase()}`);
  if (!section) throw new Error(`Redoc has not drawn "${name}"; look at how it names its sections.`);
  // happy-dom has types of its own.
  return fixRedoc(section as unknown as Element, name);
}

/** Resolves with the sections by name when no part waits to come near the window any more. The other thread sets the limit. */
async function drawn() {
  while (true) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const all = [...root.querySelectorAll("[data-section-id]")];
    const isDrawn = all.length > 1 && all.every(({ childElementCount }) => childElementCount > 0);
    if (!isDrawn || root.querySelector('div[aria-hidden="true"]:empty')) continue;
    return new Map(all.map((section) => [section.getAttribute("data-section-id"), section]));
  }
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
