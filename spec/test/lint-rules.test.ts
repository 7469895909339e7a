import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { getLineColLocation, lint, loadConfig } from "@redocly/openapi-core";
import { expect, it } from "vitest";
import { readSources } from "../plugins/sources.ts";

const at = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));

it("lint reports every mistake at its place, and nothing else", async () => {
  const file = at("test/fixtures/every-mistake.yaml");
  const config = (await loadConfig({ configPath: at("redocly.yaml") })).forAlias("main");
  const problems = (await lint({ ref: file, config })).map(({ ruleId, message, location: [place] }) => {
    if (!place) throw new Error(`${ruleId} reports no place.`);
    return `${getLineColLocation(place).start.line} ${ruleId.replace("testsigma-tms/", "")}: ${message}`;
  });

  const sources = Object.keys(readSources()).join(", ");
  const lines = (await readFile(file, "utf8")).replaceAll("SOURCES)", `${sources})`).split("\n");
  const expected = lines.flatMap((line, index) => {
    const [, problem] = /^ +# (.+)/.exec(line) ?? [];
    const offset = lines.slice(index).findIndex((next) => !/^ *#/.test(next));
    return problem ? [`${index + offset + 1} ${problem}`] : [];
  });
  expect(problems.sort()).toEqual(expected.sort());
});
