import { expect, it } from "vitest";
import { listLicences } from "../src/list-licences.ts";

/** Licences that ask for no more than their text. */
const permissive = ["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "PSF-2.0"];

it("every runtime dependency has a permissive licence", async () => {
  const licences = await listLicences();

  const others = Object.entries(licences).filter(([licence]) => !permissive.includes(licence));
  expect(Object.fromEntries(others)).toEqual({});
  expect(licences.MIT?.map(({ name }) => name)).toContain("openapi-fetch");
});
