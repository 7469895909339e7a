/** The forms of our mock that the suite runs against. */
export const mockTargets = ["in-process", "http"] as const;

/** All local stand-ins for the service: our mock, and plain `prism mock` on the same spec. */
export const localTargets = [...mockTargets, "prism"] as const;
