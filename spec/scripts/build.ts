/** `pnpm build`: bundles the spec into `dist/`. */
import { writeBundles } from "./bundle.ts";

if (!(await writeBundles())) process.exitCode = 1;
