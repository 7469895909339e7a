import { once } from "node:events";
import http, { type RequestListener } from "node:http";
import https from "node:https";
import net, { type AddressInfo, type Socket } from "node:net";
import { answerFaults } from "./answer-faults.ts";
import { answerControl, type RigReport } from "./control.ts";
import { Ledger } from "./ledger.ts";
import { makeTestCertificate } from "./test-certificate.ts";

export interface RigAddresses {
  /** Answers as scripted. */
  rig: string;
  /** Takes scripts and tells what was executed: a port of its own, so that no connection is shared with a fault. */
  control: string;
  /** The same answers behind a certificate. */
  tls: string;
  /** Nobody listens here. */
  closed: string;
  /** Accepts connections and never says anything. */
  silent: string;
}

export interface Rig extends AsyncDisposable {
  addresses: RigAddresses;
  ledger: Ledger;
  /** The certificate behind `addresses.tls`, for a client that is to trust it. */
  certificate: string;
  /** Resolves with the next report that an agent in another runtime sends. */
  nextReport(): Promise<RigReport>;
  /** Resolves when every connection is gone, and so nothing more can be executed; at the latest after some seconds. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export interface RigOptions {
  /** Runs in the page that the rig serves at `/page`. */
  pageScript?: string;
  /** Names in the certificate. */
  names?: string[];
}

const HOST = "127.0.0.1";
const QUIET_WITHIN_MS = 2_000;

const listen = async (server: net.Server): Promise<number> => {
  server.listen(0, HOST);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
};

const closedPort = async (): Promise<number> => {
  const server = net.createServer();
  const port = await listen(server);
  server.close();
  await once(server, "close");
  return port;
};

/** A page of the same origin as the faults, so that a browser asks no permission for them. */
const servePage =
  (script: string, otherwise: RequestListener): RequestListener =>
  (request, response) => {
    if (request.url !== "/page") return otherwise(request, response);
    response.writeHead(200, { "content-type": "text/html", connection: "close" });
    response.end(`<!doctype html><script type="module">${script}</script>`);
  };

/** Starts the rig on loopback, each server on a free port. */
export const startRig = async ({ pageScript = "", names = ["localhost"] }: RigOptions = {}): Promise<Rig> => {
  const ledger = new Ledger();
  const waiting: ((report: RigReport) => void)[] = [];
  const certificate = await makeTestCertificate(names);
  const addresses: RigAddresses = { rig: "", control: "", tls: "", closed: "", silent: "" };
  const main = http.createServer(servePage(pageScript, answerFaults(ledger, "http")));
  const control = http.createServer(
    answerControl({ ledger, addresses, report: (report) => waiting.shift()?.(report) }),
  );
  const tls = https.createServer(certificate, answerFaults(ledger, "https"));
  const silent = net.createServer();
  const servers = [main, control, tls, silent];
  const sockets = new Set<Socket>();
  for (const server of servers) {
    server.on("connection", (socket: Socket) => {
      sockets.add(socket);
      // A peer that leaves early is what the rig is for.
      socket.on("error", () => undefined);
      socket.on("close", () => sockets.delete(socket));
    });
  }
  addresses.rig = `http://${HOST}:${await listen(main)}`;
  addresses.control = `http://${HOST}:${await listen(control)}`;
  addresses.tls = `https://localhost:${await listen(tls)}`;
  addresses.silent = `https://${HOST}:${await listen(silent)}`;
  addresses.closed = `http://${HOST}:${await closedPort()}`;

  const quiet = async (): Promise<void> => {
    const signal = AbortSignal.timeout(QUIET_WITHIN_MS);
    const gone = [...sockets].map((socket) => socket.destroyed || once(socket, "close", { signal }));
    await Promise.allSettled(gone);
  };
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  };
  return {
    addresses,
    ledger,
    certificate: certificate.cert,
    nextReport: () => new Promise((resolve) => waiting.push(resolve)),
    quiet,
    close,
    [Symbol.asyncDispose]: close,
  };
};
