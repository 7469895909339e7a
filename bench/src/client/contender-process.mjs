/**
 * Runs one contender in its own process: in a shared one, call sites would see the objects of all contenders, which
 * makes each look slower than it is. Usage: `contender-process.mjs <bundle> <base URL>`; the base URL `stub` means a
 * stubbed `fetch`. Reads one turn per line, `{ kind, calls, atOnce }`, and prints its milliseconds.
 */
import process from "node:process";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { body, humanIds, ids, responseWith } from "./exchange.ts";

const [bundle, baseUrl] = process.argv.slice(2);
const stubbed = responseWith(humanIds.stub);
const isStub = baseUrl === "stub";
const fetch = async () => new Response(stubbed, { headers: { "content-type": "application/json" } });
const { connect } = await import(pathToFileURL(bundle).href);
const connection = connect(isStub ? { baseUrl: "https://api.example.com", fetch } : { baseUrl });
const expectedId = isStub ? humanIds.stub : humanIds.server;
const kinds = { create: () => connection.create(body), read: () => connection.get(ids) };

for await (const line of createInterface({ input: process.stdin })) {
  const { kind, calls, atOnce } = JSON.parse(line);
  const start = performance.now();
  for (let done = 0; done < calls; done += atOnce) {
    for (const id of await Promise.all(Array.from({ length: atOnce }, kinds[kind]))) {
      if (id !== expectedId) throw new Error(`${bundle}, ${kind}: returned ${id} instead of ${expectedId}.`);
    }
  }
  console.log(performance.now() - start);
}
process.exit();
