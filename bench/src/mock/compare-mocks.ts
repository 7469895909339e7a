import { Report } from "../measure/report.ts";
import { installPeers } from "../peers/install-peers.ts";
import { compareInProcess } from "./compare-in-process.ts";
import { compareServers, connections } from "./compare-servers.ts";

export interface MockComparison {
  rounds: number;
  /** Duration of the load in each turn, in seconds. */
  seconds: number;
  write: boolean;
}

/** Compares the mock with others on the same spec, both as a command and in process. */
export async function compareMocks({ rounds, seconds, write }: MockComparison): Promise<void> {
  const peers = await installPeers("mock");
  const report = new Report(
    "The mock beside others",
    `\`pnpm bench mock\`: medians of ${rounds} rounds in which the contenders take turns, with the same spec and the documented ` +
      `request of createTestRun. The servers have ${connections} connections for ${seconds} s a round.`,
  );
  report.table("As a command", await compareServers(peers.folder, { rounds, seconds }));
  report.text(
    "The last column is the status of a request whose body breaks the spec. From its second start on, `testsigma-tms-mock` finds " +
      "its code compiled in the system's folder for temporary files.",
  );
  report.table("In process", await compareInProcess(peers.folder, rounds));
  report.text("msw has one handler, written by hand, that checks nothing and responds with the documented example.");
  report.machine(peers.versions);
  await report.print(write ? "MOCK.md" : undefined);
}
