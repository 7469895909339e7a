/** Invented. The rig creates a run only for a request that bears it, and remembers every host that saw it. */
export const TEST_KEY = "eyJhbGciOiJub25lIn0.invented-for-the-fault-rig";
