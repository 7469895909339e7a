/** The forms of the mock that the suite runs against. */
export const mockTargets = ["in-process", "http"] as const;
