#!/usr/bin/env node
import module from "node:module";

// Must run before all other modules are loaded, so that every start but the first reads them from the compile cache, in
// the system's folder for temporary files. Node 20 does not have it.
module.enableCompileCache?.();
await import("./command/main.js");
