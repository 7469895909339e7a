import { playEveryFault } from "./agent.ts";

// Node, Bun and Deno: the address of the rig's control is the argument. The process must end by itself.
await playEveryFault(process.argv[2] ?? "", 24);
