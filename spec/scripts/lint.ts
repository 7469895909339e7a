/** `pnpm lint`: checks the spec by the rules of `redocly.yaml`, and the workflows by Redocly's own. */
import { glob } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createConfig, formatProblems, getTotals, lint, loadConfig } from "@redocly/openapi-core";

const at = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));

const spec = (await loadConfig({ configPath: at("redocly.yaml") })).forAlias("main");
const problems = await lint({ ref: at("openapi.yaml"), config: spec });

const workflows = await createConfig({ extends: ["recommended-strict"] });
for await (const file of glob(at("workflows/*.arazzo.yaml"))) {
  problems.push(...(await lint({ ref: file, config: workflows })));
}

formatProblems(problems, { format: "codeframe", totals: getTotals(problems), version: "" });
if (problems.length > 0) process.exitCode = 1;
