import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { index: "src/index.ts", http: "src/http.ts", types: "src/types.ts", validation: "src/validation.ts" },
  tsconfig: "tsconfig.build.json",
  platform: "neutral",
  target: "es2022",
  fixedExtension: false,
  dts: true,
  sourcemap: true,
  logLevel: "error",
  // The tarball installs alone: the types that it needs are in it.
  deps: { alwaysBundle: ["@testsigma-tms/types"], neverBundle: ["openapi-fetch"] },
});
