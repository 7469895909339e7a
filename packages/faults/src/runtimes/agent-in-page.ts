import { playEveryFault } from "./agent.ts";

declare const location: { hash: string };

// The page comes from the rig itself, so that no rule about other origins applies.
void playEveryFault(location.hash.slice(1), 4);
