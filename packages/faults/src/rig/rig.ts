import { once } from "node:events";
import http, { type IncomingMessage, type RequestListener } from "node:http";
import https from "node:https";
import net, { type AddressInfo, type Socket } from "node:net";
import { answerControl, type RigReport } from "./control.ts";
import { Ledger } from "./ledger.ts";
import { renderAnswer } from "./render-answer.ts";
import { sendAnswer } from "./send-answer.ts";
import { makeTestCertificate } from "./test-certificate.ts";
import { TEST_KEY } from "./test-key.ts";

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
  /** Runs in the page that the rig serves at `/page`, of the same origin as the faults. */
  pageScript?: string;
  /** Names in the certificate. */
  names?: string[];
}

const HOST = "127.0.0.1";
const QUIET_WITHIN_MS = 5_000;

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

const readAll = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
};

const parseObject = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};

const answerFaults = (ledger: Ledger, scheme: string, pageScript: string): RequestListener => {
  return async (request, response) => {
    const { socket, method = "", url: path = "" } = request;
    if (path === "/page") {
      response.writeHead(200, { "content-type": "text/html", connection: "close" });
      response.end(`<!doctype html><script type="module">${pageScript}</script>`);
      return;
    }
    const body = await readAll(request).catch(() => undefined);
    if (body === undefined) return;
    const own = `${scheme}://${request.headers.host}`;
    const origin = String(request.headers["x-rig-origin"] ?? own);
    const input = parseObject(body);
    const run = ledger.findIn(path, body);
    if (!run) {
      ledger.strays.push(`${method} ${origin}${path}`);
      socket.destroy();
      return;
    }
    const { connection } = request.headers;
    const hadKey = [path, body, ...request.rawHeaders].some((text) => text.includes(TEST_KEY));
    const isCreate =
      method === "POST" &&
      request.headers.authorization === `Bearer ${TEST_KEY}` &&
      typeof input.title === "string" &&
      input.title.includes(run.id);
    const scripted = run.receive({ method, origin, path, connection, hadKey }, isCreate);
    // A server must do as the client asks here (RFC 9112, section 9.6).
    const keepAlive = scripted.keepAlive === true && connection !== "close";
    const reply = { ...scripted, keepAlive };
    const { head, body: content } = renderAnswer(reply, { id: run.id, path, origin: own, input });
    await sendAnswer(socket, reply, head, content);
  };
};

/** Starts the rig on loopback, each server on a free port. */
export const startRig = async ({ pageScript = "", names = ["localhost"] }: RigOptions = {}): Promise<Rig> => {
  const ledger = new Ledger();
  const waiting: ((report: RigReport) => void)[] = [];
  const certificate = await makeTestCertificate(names);
  const addresses: RigAddresses = { rig: "", control: "", tls: "", closed: "", silent: "" };
  const main = http.createServer(answerFaults(ledger, "http", pageScript));
  const control = http.createServer(
    answerControl({ ledger, addresses, report: (report) => waiting.shift()?.(report) }),
  );
  const tls = https.createServer(certificate, answerFaults(ledger, "https", pageScript));
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
