import type { RigReport } from "../rig/protocol.ts";
import type { Rig } from "../rig/rig.ts";

/** Plays every fault in the runtime that is installed in a folder. */
export type Launch = (rig: Rig, folder: string) => Promise<RigReport>;
