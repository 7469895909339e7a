import { isRef, type Oas3Rule, type OasRef, type UserContext } from "@redocly/openapi-core";

/**
 * Rejects a discriminator whose alternatives are not all mapped to a value, and an alternative whose property does not
 * have exactly the value that is mapped to it. Otherwise types would use schema names as values, and the mock and the
 * service would accept any value.
 */
export const mappedDiscriminators: Oas3Rule = () => ({
  Schema(schema, { location, report, resolve }: UserContext) {
    const { discriminator } = schema;
    if (!discriminator) return;
    const at = location.child("discriminator");
    const { propertyName, mapping = {} } = discriminator;
    for (const alternative of schema.oneOf ?? schema.anyOf ?? []) {
      const reference = isRef(alternative) ? alternative.$ref : "";
      const values = Object.keys(mapping).filter((value) => mapping[value] === reference);
      if (values.length === 0) {
        const message = `The discriminator maps no value to ${reference || "an alternative without a $ref"}. Add it to \`mapping\`.`;
        report({ message, location: at });
        continue;
      }
      const properties: object = Reflect.get(resolve(alternative as OasRef).node ?? {}, "properties") ?? {};
      const property: { const?: unknown; enum?: unknown[] } | undefined = Reflect.get(properties, propertyName);
      const allowed = property?.enum ?? (property?.const === undefined ? [] : [property.const]);
      if (JSON.stringify(allowed) === JSON.stringify(values)) continue;
      const message = `The discriminator maps ${values.join(" and ")} to ${reference}, whose \`${propertyName}\` takes ${JSON.stringify(allowed)}. Give it \`enum: ${JSON.stringify(values)}\`.`;
      report({ message, location: at });
    }
  },
});
