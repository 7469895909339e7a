import type { IncomingMessage, RequestListener } from "node:http";
import type { ObservedFault } from "../run/run-fault.ts";
import type { Ledger } from "./ledger.ts";
import type { RigAddresses } from "./rig.ts";

/** What an agent in another runtime reports when it has played the faults it was given. */
export interface RigReport {
  observed: ObservedFault[];
  /** Rejections that nobody handled, where the runtime tells them. */
  unhandled: string[];
}

interface Control {
  ledger: Ledger;
  addresses: RigAddresses;
  report: (report: RigReport) => void;
}

const readJson = async (request: IncomingMessage): Promise<unknown> => {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return JSON.parse(text);
};

/**
 * The endpoint by which the code under test orders faults and asks what was executed: `GET /addresses`, `POST /runs`,
 * `GET /runs/{id}`, `GET /runs/{id}/arrival`, `POST /reports`.
 */
export const answerControl = ({ ledger, addresses, report }: Control): RequestListener => {
  return async (request, response) => {
    // A page asks from the origin of the faults.
    response.setHeader("access-control-allow-origin", "*");
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    const [, room, id, what] = (request.url ?? "").split("/");
    const run = id === undefined ? undefined : ledger.find(id);
    if (room === "addresses") {
      send(200, addresses);
    } else if (room === "reports" && request.method === "POST") {
      const body = (await readJson(request)) as RigReport;
      send(201, {});
      report(body);
    } else if (room === "runs" && request.method === "POST") {
      const { replies, repeats } = (await readJson(request)) as { replies: []; repeats: boolean };
      send(201, { id: ledger.script(replies, repeats).id });
    } else if (run && what === "arrival") {
      await run.firstArrival;
      send(200, {});
    } else if (run) {
      send(200, run.record);
    } else {
      send(404, { message: `The rig has no ${request.method} ${request.url}` });
    }
  };
};
