import { thirdPartyLicenses } from "@testsigma-tms/support/third-party-licenses";
import { defineConfig, type UserConfig } from "tsdown";

/** Everything is in the file, so that the package installs alone and the file runs alone. */
const bundled: UserConfig = {
  tsconfig: "tsconfig.build.json",
  platform: "node",
  target: "node20.19",
  fixedExtension: false,
  logLevel: "error",
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
  outputOptions: { codeSplitting: false },
};

export default defineConfig([
  {
    ...bundled,
    entry: { "testsigma-tms": "src/command/main.ts" },
    dts: false,
    minify: "dce-only",
    plugins: [thirdPartyLicenses()],
  },
  { ...bundled, entry: { index: "src/index.ts" }, dts: true, clean: false },
]);
