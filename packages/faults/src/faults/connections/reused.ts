import { type Differences, type Fault, succeeds, type Theme, unknown } from "../../fault.ts";
import { type Cut, created } from "../../reply.ts";

/** Chromium sends such a request again by itself, and drops the header that would prevent it. */
const sentTwiceByChromium: Differences = {
  chromium: {
    result: "created",
    attempts: 1,
    executed: 2,
    problems: ["executed 2 times", "reported as created, executed 2 times"],
  },
};

function lostAfterUse(name: string, by: Cut["by"]): Fault {
  return {
    name: `a kept connection is ${name} after creating the run`,
    before: created({ keepAlive: true }),
    replies: [created({ cut: { at: "before the response", by } })],
    expected: unknown("ConnectionError", 1),
    differs: sentTwiceByChromium,
  };
}

function leftByServer(name: string, by: Cut["by"]): Fault {
  return {
    name: `a kept connection that the server ${name} meanwhile`,
    before: created({ keepAlive: true, cut: { at: "after the body", by } }),
    replies: [created()],
    expected: succeeds(),
  };
}

/** An earlier call left its connection open, where the runtime keeps any. */
export const connectionsReused: Theme = {
  title: "Connections used before",
  faults: [
    lostAfterUse("reset", "resetting"),
    lostAfterUse("closed", "closing"),
    leftByServer("closed", "closing"),
    leftByServer("half-closed", "half-closing"),
  ],
};
