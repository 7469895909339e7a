/** The parts that this repository's scripts, tests and benchmarks need; not in the package. */
export { createApi } from "./api/api.js";
export { listen } from "./start-mock.js";
