import { fileURLToPath } from "node:url";
import { thirdPartyLicenses } from "@testsigma-tms/scripts/third-party-licenses";
import { defineConfig, type UserConfig } from "tsdown";

const shared: UserConfig = {
  tsconfig: "tsconfig.build.json",
  // Browsers load it too, with MSW.
  platform: "neutral",
  target: "node20.19",
  fixedExtension: false,
  logLevel: "error",
};

export default defineConfig([
  {
    ...shared,
    entry: { index: "src/index.ts", msw: "src/msw.ts", command: "src/command.ts" },
    // Prism's command reads the bundled spec as a file.
    copy: [fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json"))],
    dts: false,
    // Few files load sooner than many: with its dependencies next to it, the first response took half as long again.
    deps: { alwaysBundle: [/.*/], onlyBundle: false, neverBundle: ["commander", "msw"] },
    inputOptions: { resolve: { mainFields: ["module", "main"] } },
    plugins: [thirdPartyLicenses()],
  },
  {
    ...shared,
    entry: { index: "src/index.ts", msw: "src/msw.ts" },
    clean: false,
    dts: { emitDtsOnly: true },
    // The bundler drops it from the source.
    banner: { dts: '/// <reference lib="esnext.disposable" preserve="true" />' },
    // The public types use none of it; its declarations are not emitted, because it is not part of this package.
    deps: { neverBundle: ["msw", /^@testsigma-tms\/spec\/reader/] },
  },
]);
