/**
 * Runs one contender in its own process: in a shared one, call sites would see the objects of all contenders, which
 * makes each look slower than it is. Usage: `contender-process.mjs <bundle> <base URL>`; the base URL `stub`
 * means a stubbed `fetch`, and `bytes` one whose bodies come in a million chunks of one byte.
 *
 * Reads one turn per line, `{ kind, calls, atOnce }`, and prints its milliseconds; for the kind `memory`, prints the
 * most memory that the process ever took, in MiB.
 */
import process from "node:process";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { body, humanIds, ids, responseWith } from "./exchange.ts";

const [bundle, baseUrl] = process.argv.slice(2);
const stubbed = responseWith(humanIds.stub);
const bodies = { stub: () => stubbed, bytes: inBytes };
const fetch = async () => new Response(bodies[baseUrl](), { headers: { "content-type": "application/json" } });
const { connect } = await import(pathToFileURL(bundle).href);
const connection = connect(baseUrl in bodies ? { baseUrl: "https://api.example.com", fetch } : { baseUrl });
const expectedId = baseUrl in bodies ? humanIds.stub : humanIds.server;
const kinds = { create: () => connection.create(body), read: () => connection.get(ids) };

function inBytes() {
  const bytes = new TextEncoder().encode(stubbed.padEnd(1_000_000));
  let sent = 0;
  return new ReadableStream({
    pull: (controller) => (sent < bytes.length ? controller.enqueue(bytes.slice(sent, ++sent)) : controller.close()),
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  const { kind, calls, atOnce } = JSON.parse(line);
  const start = performance.now();
  for (let done = 0; done < calls; done += atOnce) {
    for (const id of await Promise.all(Array.from({ length: atOnce }, kinds[kind]))) {
      if (id !== expectedId) throw new Error(`${bundle}, ${kind}: returned ${id} instead of ${expectedId}.`);
    }
  }
  console.log(kind === "memory" ? process.resourceUsage().maxRSS / 1024 : performance.now() - start);
}
process.exit();
