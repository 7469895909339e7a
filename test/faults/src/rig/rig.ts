import { once } from "node:events";
import http, { type RequestListener } from "node:http";
import http2 from "node:http2";
import https from "node:https";
import net, { type AddressInfo, type Socket } from "node:net";
import { generate } from "selfsigned";
import { handleControl } from "./control.ts";
import { handleFaults } from "./handle-faults.ts";
import { Ledger } from "./ledger.ts";
import type { RigAddresses, RigReport } from "./protocol.ts";

export interface Rig extends AsyncDisposable {
  addresses: RigAddresses;
  ledger: Ledger;
  /** The certificate behind the address `untrusted certificate`, for clients that should trust it. */
  certificate: string;
  /** Resolves with the next report of an agent in another runtime. */
  nextReport(): Promise<RigReport>;
}

export interface RigOptions {
  /** A script that runs in the page that the rig serves at `/page`. */
  pageScript?: string;
  /** The host names in the certificate. */
  names?: string[];
}

const host = "127.0.0.1";

async function listen(server: net.Server): Promise<number> {
  server.listen(0, host);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** Creates an untrusted certificate, a new one each time so that no private key is stored. */
async function makeCertificate(names: string[]): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "fault rig" }], {
    algorithm: "sha256",
    keyType: "ec",
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "subjectAltName", altNames: names.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  return { key, cert };
}

async function closedPort(): Promise<number> {
  const server = net.createServer();
  const port = await listen(server);
  server.close();
  await once(server, "close");
  return port;
}

/** Serves a page with the same origin as the faults, so that a browser sends no preflight requests. */
function servePage(script: string, otherwise: RequestListener): RequestListener {
  return (request, response) => {
    if (request.url !== "/page") return otherwise(request, response);
    response.writeHead(200, { "content-type": "text/html", connection: "close" });
    response.end(`<!doctype html><script type="module">${script}</script>`);
  };
}

/** Starts the rig on loopback, each server on a free port. */
export async function startRig({ pageScript = "", names = ["localhost"] }: RigOptions = {}): Promise<Rig> {
  const ledger = new Ledger();
  const waiting: ((report: RigReport) => void)[] = [];
  const certificate = await makeCertificate(names);
  const addresses = {} as RigAddresses;
  const main = http.createServer(servePage(pageScript, handleFaults(ledger, "http")));
  const control = http.createServer(
    handleControl({ ledger, addresses, report: (report) => waiting.shift()?.(report), closeConnections }),
  );
  const tls = https.createServer(certificate, handleFaults(ledger, "https"));
  const overHttp2 = http2.createSecureServer({ ...certificate, allowHTTP1: true }, handleFaults(ledger, "https"));
  const silent = net.createServer();
  const servers = [main, control, tls, overHttp2, silent];
  const sockets = new Map<Socket, net.Server>();
  for (const server of servers) {
    server.on("connection", (socket: Socket) => {
      sockets.set(socket, server);
      // Clients that disconnect early are part of what the rig tests.
      socket.on("error", () => undefined);
      socket.on("close", () => sockets.delete(socket));
    });
  }
  const port = await listen(main);
  Object.assign(addresses, {
    rig: `http://${host}:${port}`,
    control: `http://${host}:${await listen(control)}`,
    http2: `https://${host}:${await listen(overHttp2)}`,
    "unknown name": "https://test-management.invalid",
    "untrusted certificate": `https://localhost:${await listen(tls)}`,
    "not TLS": `https://${host}:${port}`,
    "silent port": `https://${host}:${await listen(silent)}`,
    "closed port": `http://${host}:${await closedPort()}`,
  } satisfies RigAddresses);

  function closeConnections(): void {
    for (const [socket, server] of sockets) if (server !== control) socket.destroy();
  }
  return {
    addresses,
    ledger,
    certificate: certificate.cert,
    nextReport: () => new Promise((resolve) => waiting.push(resolve)),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.keys()) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
