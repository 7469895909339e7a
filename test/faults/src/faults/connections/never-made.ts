import { type Differences, fault, notSent, only, type RigTarget, type Theme, unknown } from "../../fault.ts";

const unclear = unknown("ConnectionError", 0);
const unnamedByNode = only(["node20", "node22", "node24", "node26"], unclear);

const targets: [name: string, target: RigTarget, differs?: Differences][] = [
  ["connection refused", "closed port"],
  ["name that does not resolve", "unknown name"],
  // Node names neither the owner of the certificate nor the server that does not speak TLS; Bun's code for the latter
  // may also occur later.
  ["untrusted certificate", "untrusted certificate", unnamedByNode],
  ["https to a server that speaks plain http", "not TLS", { ...unnamedByNode, bun: unclear }],
];

/** No connection is made, so nothing is sent. */
export const connectionsNeverMade: Theme = {
  title: "Connections never made",
  faults: targets.map(([name, target, differs]) =>
    fault(name, [], notSent("ConnectionError"), {
      target,
      differs: { ...only(["workerd", "chromium"], unclear), ...differs },
    }),
  ),
};
