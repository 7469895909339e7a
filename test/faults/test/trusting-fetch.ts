import type { ClientOptions } from "@testsigma-tms/client";
import { Agent, fetch } from "undici";
import type { Rig } from "../src/rig/rig.ts";

/** Creates a `fetch` that trusts the rig's certificate and resolves every name to loopback. */
export function trustingFetch(rig: Rig): NonNullable<ClientOptions["fetch"]> {
  const dispatcher = new Agent({
    connect: {
      ca: rig.certificate,
      lookup: (_name, _options, found) => found(null, [{ address: "127.0.0.1", family: 4 }]),
    },
  });
  return (url, init) => fetch(url, { ...init, dispatcher } as object) as unknown as Promise<Response>;
}
