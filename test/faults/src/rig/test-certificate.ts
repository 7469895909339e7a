import { generate } from "selfsigned";

/** Creates an untrusted certificate, anew in each process so that no private key is stored. */
export async function makeTestCertificate(names: string[]): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "fault rig" }], {
    algorithm: "sha256",
    keyType: "ec",
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "subjectAltName", altNames: names.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  return { key, cert };
}
