/**
 * Prints the errors that `fetch` throws in the runtime that runs this script, as rows of
 * `packages/client/test/fixtures/runtime-errors.json`: `bun record-errors.mjs bun`. Given the name of an installed
 * package, prints the errors of its `fetch`, or of axios: `node record-errors.mjs "undici 8" undici`.
 */
import { createServer as createHttpServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer } from "node:net";
import { generate } from "selfsigned";

const [name, packageName] = process.argv.slice(2);
const library = packageName ? await import(packageName) : {};
const asAxios = (url, { method, body, headers }) => library.default({ url, method, data: body, headers });
const fetchAny = packageName === "axios" ? asAxios : (library.fetch ?? library.default ?? globalThis.fetch);

async function listen(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server.address().port;
}
const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
  keyType: "ec",
  algorithm: "sha256",
});
const closing = createServer();
const closed = await listen(closing);
await new Promise((resolve) => closing.close(resolve));
const tls = await listen(createTlsServer({ key, cert }));
const plain = await listen(createHttpServer());
const resetting = createServer((socket) => socket.on("error", () => {}).once("data", () => socket.resetAndDestroy()));

const urls = {
  refused: `http://127.0.0.1:${closed}/runs`,
  "refused, by name": `http://localhost:${closed}/runs`,
  "refused, IPv6": `http://[::1]:${closed}/runs`,
  "no address": "https://test-management.invalid/runs",
  "untrusted certificate": `https://localhost:${tls}/runs`,
  "not TLS": `https://127.0.0.1:${plain}/runs`,
  reset: `http://127.0.0.1:${await listen(resetting)}/runs`,
};

function describe(error) {
  if (!(error instanceof Error)) return String(error);
  const names = ["name", "message", "cause", "errors", ...Object.getOwnPropertyNames(error)];
  const values = [...new Set(names)]
    .filter((property) => property !== "stack")
    .map((property) => [property, error[property]])
    .filter(([property, value]) => (["cause", "errors"].includes(property) ? value : Object(value) !== value));
  return Object.fromEntries(
    values.map(([property, value]) => [
      property,
      property === "cause" ? describe(value) : property === "errors" ? value.map(describe) : value,
    ]),
  );
}

for (const [what, url] of Object.entries(urls)) {
  const error = await fetchAny(url, { method: "POST", body: "{}", headers: { authorization: "Bearer any" } }).then(
    () => "no error",
    describe,
  );
  console.log(JSON.stringify({ by: name, what, url, error }));
}
process.exit();
