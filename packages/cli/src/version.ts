import packageJson from "../package.json" with { type: "json" };

/** Version of this package, read when it is built. */
export const version: string = packageJson.version;
