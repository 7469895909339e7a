import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { launchChromium } from "@testsigma-tms/scripts/launch-chromium";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { path, smallestRun } from "./create-run.js";

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL("..", import.meta.url));

/** The script of an application's test, which runs in the page; sets `outcome` when it is done. */
const script = `
import { setupWorker } from "msw/browser";
import { mockHandlers } from "./dist/msw.js";

const mock = mockHandlers({ state: true, scenarios: { createTestRun: ["rate_limited"] } });
await setupWorker(...mock).start({ onUnhandledRequest: "error", quiet: true });
const init = {
  method: "POST",
  headers: { Authorization: "Bearer any", "Content-Type": "application/json" },
  body: ${JSON.stringify(JSON.stringify(smallestRun))},
};
const send = (host) => fetch("https://" + host + ${JSON.stringify(path)}, init);
const statuses = [];
for (const title of ["first", "second", "third"]) statuses.push((await send("arcus.testsigma.com")).status);
const elsewhere = await send("arcus.testsigma.co").then(({ status }) => status, ({ name }) => name);
window.outcome = { statuses, elsewhere, recorded: mock.requests.length };
`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Serves a page with the script and the worker of one version of MSW. */
async function servePage(name: string): Promise<Server> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: folder },
    alias: { msw: name },
    bundle: true,
    format: "esm",
    write: false,
  });
  const files: Record<string, [type: string, text: string]> = {
    "/": ["text/html", '<!doctype html><script type="module" src="/page.js"></script>'],
    "/page.js": ["text/javascript", outputFiles[0]?.text ?? ""],
    "/mockServiceWorker.js": [
      "text/javascript",
      await readFile(require.resolve(`${name}/mockServiceWorker.js`), "utf8"),
    ],
  };
  const server = createServer(({ url = "" }, response) => {
    const [type, text] = files[url] ?? ["text/plain", ""];
    response.writeHead(type === "text/plain" ? 404 : 200, { "content-type": type }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

it.each(["msw", "msw-3"])(
  "responds in a browser with %s, and leaves other hosts to onUnhandledRequest",
  async (name) => {
    const server = await servePage(name);
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => "outcome" in globalThis).catch(() => {});

    expect(errors).toEqual([]);
    // The second call has an unused title; the third has the title of the second.
    expect(await page.evaluate(() => Reflect.get(globalThis, "outcome"))).toEqual({
      statuses: [500, 200, 400],
      // MSW 2 responds; MSW 3 fails as if there were no network.
      elsewhere: name === "msw" ? 500 : "TypeError",
      recorded: 3,
    });
    await page.close();
    server.close();
  },
);
