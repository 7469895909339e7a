import { type Fault, notSent, type Theme, unknown, whereErrorsAreMute } from "../fault.ts";

const neverMade = (name: string, target: NonNullable<Fault["target"]>, differs: Fault["differs"] = {}): Fault => ({
  name,
  target,
  replies: [],
  expected: notSent("ConnectionError"),
  differs: { ...whereErrorsAreMute(unknown("ConnectionError", 0)), ...differs },
});

/** Nothing left the client. */
export const connectionsNeverMade: Theme = {
  title: "Connections never made",
  faults: [
    neverMade("connection refused", "closed port"),
    neverMade("name that does not resolve", "https://test-management.invalid"),
    neverMade("certificate that nobody trusts", "untrusted certificate"),
    // Bun's code for it, EPROTO, may also come later.
    neverMade("https to a server that speaks plain http", "not TLS", { bun: unknown("ConnectionError", 0) }),
  ],
};
