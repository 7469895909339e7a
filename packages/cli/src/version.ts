import packageJson from "../package.json" with { type: "json" };

/** The version of this package, read when it is built. */
export const version: string = packageJson.version;
