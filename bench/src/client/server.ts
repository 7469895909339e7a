/**
 * Serves one run in response to every request over https, nearby and at a distance, and sends its URLs to the parent
 * process.
 */
import { once } from "node:events";
import { createServer } from "node:https";
import { type AddressInfo, connect, createServer as createRelay, type Server } from "node:net";
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

async function listen(server: Server): Promise<number> {
  await once(server.listen(0, "localhost"), "listening");
  return (server.address() as AddressInfo).port;
}

const port = await listen(server);
const halfRoundTripMs = 10;
let roundTrips = 0;
const relay = createRelay((near) => {
  const far = connect(port, "localhost");
  let last: unknown = far;
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.on("data", (data) => {
      if (from === near && last === far) roundTrips++;
      last = from;
      setTimeout(() => to.write(data), halfRoundTripMs);
    });
    from.on("error", () => {}).on("close", () => to.destroy());
  }
});
const urls = { nearby: `https://localhost:${port}`, distant: `https://localhost:${await listen(relay)}` };
process.send?.({ ...urls, certificate: cert });
/** Tells the number of round trips since the last time. */
process.on("message", () => {
  process.send?.(roundTrips);
  roundTrips = 0;
});
// Exits with its parent.
process.on("disconnect", () => process.exit());
