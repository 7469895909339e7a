import { thirdPartyLicenses } from "@testsigma-tms/support/third-party-licenses";
import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { index: "src/index.ts", msw: "src/msw.ts", command: "src/command.ts", internal: "src/internal.ts" },
  tsconfig: "tsconfig.build.json",
  // Browsers load it too, with MSW.
  platform: "neutral",
  target: "node20.19",
  fixedExtension: false,
  dts: true,
  logLevel: "error",
  // Few files load sooner than many: with its dependencies beside it, the first response took half as long again.
  deps: { alwaysBundle: [/.*/], onlyBundle: false, neverBundle: ["commander", "msw"] },
  inputOptions: { resolve: { mainFields: ["module", "main"] } },
  plugins: [thirdPartyLicenses()],
  // The bundler drops it from the source.
  banner: { dts: '/// <reference lib="esnext.disposable" preserve="true" />' },
});
