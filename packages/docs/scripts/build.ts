import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const spec = fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json"));

execFileSync("redocly", ["build-docs", spec, "--inlineBundle", "--output", "dist/index.html"], {
  stdio: "inherit",
  env: { ...process.env, REDOCLY_TELEMETRY: "off" },
});
