export type * from "@testsigma-tms/types";
export type * from "./generated/operations.js";
