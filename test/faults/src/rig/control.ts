import type { IncomingMessage, RequestListener } from "node:http";
import type { Ledger, Script } from "./ledger.ts";
import type { RigAddresses, RigReport } from "./protocol.ts";

interface Control {
  ledger: Ledger;
  addresses: RigAddresses;
  report: (report: RigReport) => void;
  closeConnections: () => void;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return JSON.parse(text);
}

/**
 * The endpoint through which the code under test scripts faults and reads what was executed: `GET /addresses`, `POST /runs`,
 * `GET /runs/{id}`, `GET /runs/{id}/arrival`, `POST /kills` (ends every connection of the faults), `POST /reports`.
 */
export function handleControl({ ledger, addresses, report, closeConnections }: Control): RequestListener {
  return async (request, response) => {
    // A page sends requests from the origin of the faults.
    response.setHeader("access-control-allow-origin", "*");
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    const [, resource, id, what] = (request.url ?? "").split("/");
    const run = id === undefined ? undefined : ledger.find(id);
    if (resource === "addresses") {
      send(200, addresses);
    } else if (resource === "reports" && request.method === "POST") {
      const body = (await readJson(request)) as RigReport;
      send(201, {});
      report(body);
    } else if (resource === "kills") {
      closeConnections();
      send(200, {});
    } else if (resource === "runs" && request.method === "POST") {
      send(201, { id: ledger.script((await readJson(request)) as Script).id });
    } else if (run && what === "arrival") {
      await run.firstArrival;
      send(200, {});
    } else if (run) {
      send(200, run.record);
    } else {
      send(404, { message: `The rig has no ${request.method} ${request.url}` });
    }
  };
}
