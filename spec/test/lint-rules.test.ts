import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { getLineColLocation, lint, loadConfig } from "@redocly/openapi-core";
import { expect, it } from "vitest";

const spec = fileURLToPath(new URL("../", import.meta.url));
const careless = `${spec}test/fixtures/careless/`;

it("lint reports exactly the mistakes of a careless spec, each at its line, in one run", async () => {
  const config = (await loadConfig({ configPath: `${spec}redocly.yaml` })).forAlias("main");
  const problems = await lint({ ref: `${careless}openapi.yaml`, config });
  const reported = problems.map(({ ruleId, message, location: [place] }) => {
    if (!place) throw new Error(`${ruleId} reports no place.`);
    const { line } = getLineColLocation(place).start;
    return `${relative(careless, place.source.absoluteRef)}:${line} ${ruleId.replace("testsigma-tms/", "")}: ${message}`;
  });
  const expected = await Promise.all(globSync("**/*.yaml", { cwd: careless }).map(expectedIn));
  expect(reported.sort()).toEqual(expected.flat().sort());
});

/** Returns the problems that the comments of a file announce for the next line that is not a comment. */
async function expectedIn(name: string): Promise<string[]> {
  const lines = (await readFile(careless + name, "utf8")).split("\n");
  return lines.flatMap((line, index) => {
    const [, problem] = /^ *# (.+)/.exec(line) ?? [];
    const offset = lines.slice(index).findIndex((next) => !/^ *#/.test(next));
    return problem ? [`${name}:${index + offset + 1} ${problem}`] : [];
  });
}
