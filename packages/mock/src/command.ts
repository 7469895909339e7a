#!/usr/bin/env node
import module from "node:module";

// Before all other modules are loaded, so that every start but the first takes them compiled from a folder of the system
// for temporary files. Node 20 does not have it.
module.enableCompileCache?.();
await import("./command/main.js");
