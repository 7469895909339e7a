import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { type MockServer, startMock } from "@testsigma-tms/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The text dump of the page joins its samples: the JavaScript one begins on the last line of the curl one, and so on.
const fixture = (name: string) => readFile(new URL(`fixtures/${name}.txt`, import.meta.url), "utf8");
const curl = await fixture("curl");
const javascript = await fixture("fetch");
const python = await fixture("requests");
const response = await fixture("response");

const run = promisify(execFile);

const candidates = [process.env.PYTHON, "python3", "/usr/bin/python3"].filter((name) => name) as string[];

/** A message that says that no interpreter was found, and what to do. */
const noPython = `None of ${candidates.join(", ")} can import requests. Install it (Debian: apt-get install python3-requests), or set PYTHON to an interpreter that has it.`;

/** Returns the first Python that has the package `requests`: `$PYTHON`, `python3` or `/usr/bin/python3`. */
async function findPython(): Promise<string | undefined> {
  for (const interpreter of candidates) {
    const isUsable = await run(interpreter, ["-c", "import requests"]).then(
      () => true,
      () => false,
    );
    if (isUsable) return interpreter;
  }
  return undefined;
}

const inOrder = (json: string) => JSON.stringify(JSON.parse(json));
const documented = inOrder(response);

// The mock is on loopback, which the machine's proxy cannot reach.
const options = { env: { ...process.env, NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" } };

const hasCurl = await run("curl", ["--version"]).then(
  () => true,
  () => false,
);
const interpreter = await findPython();
const isPythonRequired = process.env.REQUIRE_PYTHON === "1";

let mock: MockServer;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

/** Fills in host, project id and key of a sample, and nothing else. */
const fillIn = (sample: string) =>
  sample
    .replace("https://test-management.testsigma.com", new URL(mock.url).origin)
    .replace(":project_id", "c47ade67-0543-4582-a4a5-b7de447c94f5")
    .replace("<API_KEY>", "made-up-key");

it("the samples are the documented page's own, byte for byte", async () => {
  const page = await readFile(new URL("../../spec/test/fixtures/create-a-test-run.txt", import.meta.url), "utf8");

  expect(page).toContain(`REQUEST\n${curl}${javascript}${python}RESPONSE200OK\n${response}`);
});

describe("the documented sample gets the documented response from the mock:", () => {
  if (!hasCurl) console.warn("SKIPPED: the curl sample, because curl was not found. Install curl.");

  it.skipIf(!hasCurl)("curl", async () => {
    const { stdout } = await run("sh", ["-c", fillIn(curl)], options);

    expect(inOrder(stdout)).toBe(documented);
  });

  it("JavaScript fetch", async () => {
    const program = `${fillIn(javascript)}\nconsole.log(JSON.stringify(data));`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program], options);

    expect(inOrder(stdout)).toBe(documented);
  });

  if (!interpreter && !isPythonRequired) console.warn(`SKIPPED: the Python sample. ${noPython}`);

  it.skipIf(!interpreter && !isPythonRequired)("Python requests", async () => {
    expect.assert(interpreter, noPython);
    const program = `${fillIn(python)}\nimport json\nprint(json.dumps(data))`;
    const { stdout } = await run(interpreter, ["-c", program], options);

    expect(inOrder(stdout)).toBe(documented);
  });
});
