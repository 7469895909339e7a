/** Serves one run in response to every request, over http and https, and sends its URLs to the parent process. */
import { once } from "node:events";
import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
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

const serve: RequestListener = (request, response) => {
  request.resume().on("end", () => {
    response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(created) });
    response.end(created);
  });
};

async function listen(server: Server): Promise<number> {
  server.listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : Number.NaN;
}

const http = await listen(createHttpServer(serve));
const https = await listen(createHttpsServer({ key, cert }, serve));
process.send?.({ http: `http://localhost:${http}`, https: `https://localhost:${https}`, certificate: cert });
// Exits with its parent.
process.on("disconnect", () => process.exit());
