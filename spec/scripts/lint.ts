/** `pnpm lint`: checks the spec by the rules of `redocly.yaml`. */
import { fileURLToPath } from "node:url";
import { formatProblems, getTotals, lint, loadConfig } from "@redocly/openapi-core";

const at = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));

const config = (await loadConfig({ configPath: at("redocly.yaml") })).forAlias("main");
const problems = await lint({ ref: at("openapi.yaml"), config });

formatProblems(problems, { format: "stylish", totals: getTotals(problems), version: "", cwd: at("..") });
if (problems.length > 0) process.exitCode = 1;
