/** Serves one run in response to every request, over http and https, and sends URLs and certificate to the parent. */
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import { humanIds, responseWith } from "./exchange.ts";

const { private: key, cert } = await generate([{ name: "commonName", value: "benchmark" }], {
  algorithm: "sha256",
  keyType: "ec",
  extensions: [
    { name: "basicConstraints", cA: false },
    { name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] },
  ],
});

const created = responseWith(humanIds.server);
const respond: RequestListener = (request, response) => {
  request.resume().on("end", () => {
    response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(created) });
    response.end(created);
  });
};

const servers = [createServer(respond), createSecureServer({ key, cert }, respond)];
await Promise.all(servers.map((server) => once(server.listen(0, "localhost"), "listening")));
const [http, https] = servers.map((server) => `localhost:${(server.address() as AddressInfo).port}`);
process.send?.({ http: `http://${http}`, https: `https://${https}`, certificate: cert });
// Exits with its parent.
process.on("disconnect", () => process.exit());
