import { fileURLToPath } from "node:url";

/** The folder of the whole repository, with a trailing separator. */
export const repository = fileURLToPath(new URL("../../", import.meta.url));
