/** The oldest Node that the packages promise to run on, in their `engines`. */
export const oldestNode = "20.19.0";
