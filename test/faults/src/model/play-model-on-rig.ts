import type { CreateClient } from "../played-client.ts";
import { startRig } from "../rig/rig.ts";
import { type ModelOptions, type ModelResult, playModel } from "./play-model.ts";

/** Plays the sequences on this Node, to a rig of their own. */
export async function playModelOnRig({
  createClient,
  ...options
}: Omit<ModelOptions, "withNamedHosts"> & { createClient: CreateClient }): Promise<ModelResult> {
  await using rig = await startRig();
  return await playModel(rig.addresses, createClient, { ...options, withNamedHosts: true });
}
