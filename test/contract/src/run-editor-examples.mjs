// Runs the examples in the current folder against a mock, and prints the ones that fail as JSON.
import { readdir } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { createClient } from "@testsigma-tms/client";

const testsigma = createClient({ apiKey: "made-up-key", baseUrl: process.argv[2] });
const failures = {};
for (const file of (await readdir(".")).filter((name) => name.endsWith(".mjs")).sort()) {
  const { default: example } = await import(pathToFileURL(file));
  await example(testsigma).catch((error) => {
    failures[file.replace(".mjs", "")] = String(error);
  });
}
console.log(JSON.stringify(failures));
