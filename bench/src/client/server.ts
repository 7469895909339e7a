/** Serves one run in response to every request over https, and sends its URL and certificate to the parent process. */
import { once } from "node:events";
import { createServer } from "node:https";
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
const server = createServer({ key, cert }, (request, response) => {
  request.resume().on("end", () => {
    response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(created) });
    response.end(created);
  });
});

await once(server.listen(0, "localhost"), "listening");
process.send?.({ url: `https://localhost:${(server.address() as AddressInfo).port}`, certificate: cert });
// Exits with its parent.
process.on("disconnect", () => process.exit());
