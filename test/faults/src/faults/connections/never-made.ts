import { type Fault, inOpaqueErrorRuntimes, notSent, type Theme, unknown } from "../../fault.ts";

function neverMade(name: string, target: NonNullable<Fault["target"]>, differs: Fault["differs"] = {}): Fault {
  return {
    name,
    target,
    replies: [],
    expected: notSent("ConnectionError"),
    differs: { ...inOpaqueErrorRuntimes(unknown("ConnectionError", 0)), ...differs },
  };
}

const unnamed = unknown("ConnectionError", 0);
const unnamedByNode = { node20: unnamed, node22: unnamed, node24: unnamed, node26: unnamed };

/** No connection is made, so nothing is sent. */
export const connectionsNeverMade: Theme = {
  title: "Connections never made",
  faults: [
    neverMade("connection refused", "closed port"),
    neverMade("name that does not resolve", "https://test-management.invalid"),
    // Node names neither the owner of the certificate nor the server that does not speak TLS; Bun's code for the latter
    // may also occur later.
    neverMade("untrusted certificate", "untrusted certificate", unnamedByNode),
    neverMade("https to a server that speaks plain http", "not TLS", {
      ...unnamedByNode,
      bun: unknown("ConnectionError", 0),
    }),
  ],
};
