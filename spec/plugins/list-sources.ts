import type { Oas3Decorator } from "@redocly/openapi-core";
import { readSources } from "./sources.ts";

/** Adds the sources of `SOURCES.md` to the bundle as `x-sources`, so that readers of the bundle can follow each `x-source`. */
export const listSources: Oas3Decorator = () => ({
  Root: {
    leave(document) {
      Reflect.set(document, "x-sources", readSources());
    },
  },
});
