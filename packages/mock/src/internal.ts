/** The parts that this repository's scripts, tests and benchmarks need; not in the package. */
export { createApi } from "./api.js";
export { listen } from "./server/start-mock.js";
