import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { ciBuild } from "../../src/settings/ci.ts";
import systems from "../../src/settings/ci-systems.json" with { type: "json" };
import { runTitle } from "../../src/settings/run-title.ts";
import fixture from "../fixtures/ci-environments.json" with { type: "json" };

interface Environment {
  readonly title: string;
  readonly attempt?: number;
  readonly url: string;
  readonly environment: Record<string, string>;
}

/** What each CI system sets, with the title, attempt and address that follow from it. */
const environments: Readonly<Record<string, Environment>> = fixture;

/** Reads the build in a worker, because ci-info reads the environment when it is loaded. */
async function buildIn(environment: Record<string, string>) {
  const module = JSON.stringify(new URL("../../src/settings/ci.ts", import.meta.url));
  const program = `import(${module}).then(({ ciName }) => require("node:worker_threads").parentPort.postMessage(ciName))`;
  const [name] = await once(new Worker(program, { eval: true, env: environment }), "message");
  return ciBuild(environment, name);
}

describe("runTitle", () => {
  it("names the job, and a later attempt of the build", () => {
    const titles = ["1", "2"].map(
      (GITHUB_RUN_ATTEMPT) =>
        runTitle(undefined, {
          build: ciBuild({ ...fixture["GitHub Actions"].environment, GITHUB_RUN_ATTEMPT }, "GitHub Actions"),
        }).title,
    );
    expect(titles).toEqual(["acme/shop Nightly e2e main #42", "acme/shop Nightly e2e main #42 (attempt 2)"]);
    const build = { name: "CI", variables: {}, attempt: 2 };
    expect(runTitle("Build {attempt}", { build }).title).toBe("Build 2");
  });

  it.each(Object.entries(environments))("has values in the environment of %s", async (name, expected) => {
    const build = await buildIn(expected.environment);
    const { firstTitle: title } = runTitle(undefined, { build });
    expect({ name: build?.name, title, attempt: build?.attempt, url: build?.url }).toEqual({
      name,
      title: expected.title,
      attempt: expected.attempt,
      url: expected.url,
    });
  });

  it("knows every CI system that has values", () => {
    expect(Object.keys(environments).toSorted()).toEqual(Object.keys(systems).toSorted());
  });

  it.each([
    ["https://ann:secret@git.example.com/acme/shop.git", "acme/shop"],
    ["https://secret@git.example.com/shop.git", "git.example.com/shop"],
    ["git@git.example.com:acme/shop.git", "acme/shop"],
    ["ssh://git@git.example.com:22/acme/shop", "acme/shop"],
  ])("names the repository of %s without credentials", (GIT_URL, repo) => {
    expect(ciBuild({ GIT_URL }, "Jenkins")?.variables.repo).toBe(repo);
  });

  it("names the folder and the time outside CI", () => {
    const now = new Date("2026-11-24T10:00:00Z");
    expect(runTitle(undefined, { build: undefined, cwd: "/home/ann/shop", now }).title).toBe(
      "shop local 2026-11-24 10:00:00",
    );
  });

  it("accepts any variable of the environment", () => {
    const environment = { BROWSER: "firefox" };
    expect(runTitle("Smoke {env.BROWSER}", { build: undefined, environment }).title).toBe("Smoke firefox");
    for (const name of ["OS", "constructor"]) {
      expect(() => runTitle(`Smoke {env.${name}}`, { build: undefined, environment })).toThrow("has no value here");
    }
  });

  it("never shows the API key", () => {
    const environment = { TESTSIGMA_API_KEY: "secret" };
    const title = () => runTitle("{env.TESTSIGMA_API_KEY}", { build: undefined, environment });
    expect(title).toThrow("--title would put the API key into the title");
  });

  it("rejects a variable that is unknown, or not known here", () => {
    const build = undefined;
    expect(() => runTitle("{rnu_number}", { build })).toThrow(
      "unknown variable {rnu_number}; known variables: repo, workflow",
    );
    expect(() => runTitle("{constructor}", { build })).toThrow("unknown variable {constructor}");
    expect(() => runTitle("{run_number}", { build })).toThrow("{run_number} has no value outside CI");
    expect(() => runTitle(undefined, { build: ciBuild({}, "Bamboo") })).toThrow(
      '{run_number} has no value on Bamboo; use --title without it, such as --title "{repo} {env.BUILD_ID}"',
    );
  });
});
