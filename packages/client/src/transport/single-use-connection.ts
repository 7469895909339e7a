/** What the types of the `dom` library do not know of the runtimes. */
interface Runtime {
  readonly Deno?: { readonly createHttpClient?: (options: object) => object };
  readonly [symbol: symbol]: unknown;
}

interface Dispatcher {
  readonly constructor: new (options: object) => Dispatcher;
  readonly dispatch: unknown;
  readonly [symbol: symbol]: unknown;
}

/** Where Node keeps the dispatcher of its `fetch`. From Node 26 on it is at the second place, and a wrapper at the first. */
const globalDispatcher = Symbol.for("undici.globalDispatcher.1");
const wrappedDispatcher = Symbol.for("undici.globalDispatcher.2");
const runtime: Runtime = globalThis;
const agents = new WeakMap<Dispatcher, Dispatcher>();
let denoClient: object | undefined;

/**
 * The option of the global `fetch` for a request that must not be sent twice: a connection that no other request uses.
 * `undefined` where there is none.
 *
 * Deno and browsers send a POST again by themselves when a reused connection dies after the server executed it. The header
 * `connection: close` does not prevent that: it does not keep the request off a connection that another one left open.
 */
export function singleUseConnection(): object | undefined {
  const { Deno } = runtime;
  try {
    if (Deno?.createHttpClient) {
      denoClient ??= Deno.createHttpClient({ poolMaxIdlePerHost: 0 });
      return { client: denoClient };
    }
    // Not before the call: Node makes its dispatcher when `fetch` is first used.
    const first = runtime[globalDispatcher] as Dispatcher | undefined;
    const isWrapper = first?.constructor.name === "Dispatcher1Wrapper";
    const dispatcher = isWrapper ? (runtime[wrappedDispatcher] as Dispatcher | undefined) : first;
    const agent = dispatcher && agentLike(dispatcher);
    return agent && { dispatcher: agent };
  } catch {
    return undefined;
  }
}

/**
 * An agent with the options of the global one, which opens a connection for each request. `undefined` for any dispatcher
 * that is more than undici's plain `Agent`, such as a proxy or a mock: a copy of it might not do the same.
 */
function agentLike(dispatcher: Dispatcher): Dispatcher | undefined {
  const { constructor: Agent } = dispatcher;
  const options = Object.getOwnPropertySymbols(dispatcher).find(({ description }) => description === "options");
  if (Agent.name !== "Agent" || dispatcher.dispatch !== Agent.prototype.dispatch || !options) return undefined;
  const given = Object(dispatcher[options]);
  const agent = agents.get(dispatcher) ?? new Agent({ ...given, pipelining: 0, allowH2: false });
  agents.set(dispatcher, agent);
  return agent;
}
