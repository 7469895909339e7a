import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { x } from "tinyexec";

const client = fileURLToPath(new URL("../../../packages/client/src/", import.meta.url));
const operations = 5000;

/** Runs in a process of its own, because the first call counts. The key has the length of a real one. */
const program = `
import { createClient } from "./index.js";
import { validation } from "./validation.js";

const apiKey = "eyJhbGciOiJIUzI1NiJ9." + "aBcDeFgH01".repeat(50);
const onResponseMismatch = (mismatch) => { throw mismatch; };
const timeOf = async (work) => {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};
const clientOf = (body, status) =>
  createClient({ apiKey, fetch: async () => new Response(body, { status }), validation: validation({ onResponseMismatch }) });

const creation = await timeOf(() => createClient({ apiKey }));
const errors = Array.from({ length: 1000 }, (_, index) => ({ field: "title " + index, text: "x".repeat(1020) }));
const rejecting = clientOf(JSON.stringify({ message: "no", errors }), 422);
const rejection = await timeOf(() => rejecting.listProjects().catch(() => {}));
const project = { id: "c47ade67-0543-4582-a4a5-b7de447c94f5", name: "Shop", human_id_prefix: "SHP" };
const page_info = { page_size: 1000, total_count: 1000, next: null, prev: null };
const listing = clientOf(JSON.stringify({ message: "", data: { projects: Array(1000).fill(project) }, page_info }), 200);
const list = await timeOf(() => listing.listProjects());
console.log(JSON.stringify([creation, rejection, list]));
`;

/** Measures what grows with the number of operations and with the size of a body; returns rows of CPU milliseconds. */
export async function measureExtremes(): Promise<(string | number)[][]> {
  const routes = await readFile(`${client}generated/routes.ts`, "utf8");
  const route = /^ {2}createTestRun: (.*),$/m.exec(routes)?.[1];
  const many = Array.from({ length: operations }, (_, index) => `createTestRun${index}: ${route},`).join("\n");
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: client, loader: "js" },
    bundle: true,
    format: "esm",
    write: false,
    plugins: [
      {
        name: "many-operations",
        setup: ({ onLoad }) =>
          onLoad({ filter: /generated[\\/]routes\.ts$/ }, () => ({
            contents: routes.replace("= {\n", `= {\n${many}\n`),
            loader: "ts",
          })),
      },
    ],
  });
  const code = outputFiles[0]?.text ?? "";
  const { stdout } = await x(process.execPath, ["--input-type=module", "-"], { throwOnError: true, stdin: code });
  const times: number[] = JSON.parse(stdout);
  const names = [
    `createClient() with ${operations} operations`,
    "a rejection with a body of 1 MiB and a key of 521 characters",
    "a list of 1000 items, with validation",
  ];
  return names.map((name, index) => [name, (times[index] ?? Number.NaN).toFixed(1)]);
}
