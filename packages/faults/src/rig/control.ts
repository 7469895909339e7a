import type { IncomingMessage, RequestListener } from "node:http";
import type { Ledger } from "./ledger.ts";
import type { RigAddresses, RigReport } from "./protocol.ts";

interface Control {
  ledger: Ledger;
  addresses: RigAddresses;
  report: (report: RigReport) => void;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return JSON.parse(text);
}

/**
 * The endpoint through which the code under test scripts faults and reads what was executed: `GET /addresses`, `POST /runs`,
 * `GET /runs/{id}`, `GET /runs/{id}/arrival`, `POST /reports`.
 */
export function handleControl({ ledger, addresses, report }: Control): RequestListener {
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
    } else if (resource === "runs" && request.method === "POST") {
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
}
