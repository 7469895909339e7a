import type { CreateClient } from "../played-client.ts";
import { startRig } from "../rig/rig.ts";
import { type ModelOptions, type ModelResult, playModel } from "./play-model.ts";

/** Plays the sequences on this version of Node, with a separate rig. */
export async function playModelOnRig({
  createClient,
  ...options
}: Omit<ModelOptions, "withNamedHosts"> & { createClient: CreateClient }): Promise<ModelResult> {
  await using rig = await startRig();
  return await playModel(rig.addresses, createClient, { ...options, withNamedHosts: true });
}
