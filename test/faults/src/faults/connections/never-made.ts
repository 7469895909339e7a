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

/** Nothing left the client. */
export const connectionsNeverMade: Theme = {
  title: "Connections never made",
  faults: [
    neverMade("connection refused", "closed port"),
    neverMade("name that does not resolve", "https://test-management.invalid"),
    neverMade("untrusted certificate", "untrusted certificate"),
    // Bun's code for it, EPROTO, may also come later.
    neverMade("https to a server that speaks plain http", "not TLS", { bun: unknown("ConnectionError", 0) }),
  ],
};
