import { thirdPartyLicenses } from "@testsigma-tms/scripts/third-party-licenses";
import { defineConfig } from "tsdown";
import { operationsPlugin } from "./scripts/operations-plugin.ts";

export default defineConfig({
  entry: { "testsigma-tms": "src/command/main.ts" },
  tsconfig: "tsconfig.build.json",
  platform: "node",
  target: "node20.19",
  fixedExtension: false,
  logLevel: "error",
  dts: false,
  minify: "dce-only",
  // Everything is in the file, so that the package installs alone and the file runs alone.
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
  outputOptions: { codeSplitting: false },
  plugins: [operationsPlugin(), thirdPartyLicenses()],
});
