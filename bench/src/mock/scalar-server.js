/** Serves a document with Scalar's mock server, a library: `node scalar-server.js <peers> <document> <port>`. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [peers, document, port] = process.argv.slice(2);
const { resolve } = createRequire(join(peers, "package.json"));
const load = (name) => import(pathToFileURL(resolve(name)).href);
const { createMockServer } = await load("@scalar/mock-server");
const { serve } = await load("@hono/node-server");

const app = await createMockServer({ document: JSON.parse(await readFile(document, "utf8")) });
serve({ fetch: app.fetch, port: Number(port), hostname: "127.0.0.1" });
