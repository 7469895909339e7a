/** `pnpm lint`: checks the spec by the rules of `redocly.yaml`. */
import { loadConfig } from "@redocly/openapi-core";
import { at, isValid } from "./is-valid.ts";

const config = await loadConfig({ configPath: at("redocly.yaml") });
if (!(await isValid(config.forAlias("main")))) process.exitCode = 1;
