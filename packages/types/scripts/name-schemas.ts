import { mapAll } from "@testsigma-tms/codegen";
import ts from "typescript";

const { factory } = ts;

/**
 * Declares every schema as an exported type, and refers to it by its name everywhere.
 *
 * The `rootTypes` of openapi-typescript are aliases of `components["schemas"]["TestRun"]`, so that editors and error
 * messages show the whole content instead of the name.
 *
 * @param typeNameOf returns the type name of a schema
 * @throws {Error} for two schemas that need the same type name
 */
export function nameSchemas(nodes: ts.Node[], typeNameOf: (schemaName: string) => string): ts.Node[] {
  const declarations: ts.Node[] = [];
  const used = new Set<string>();

  function declare(schema: ts.TypeElement): ts.TypeElement {
    if (!ts.isPropertySignature(schema) || !schema.type) return schema;
    const name = typeNameOf(textOf(schema.name));
    if (used.has(name))
      throw new Error(`The schema ${textOf(schema.name)}: the type name ${name} is taken. Rename it.`);
    used.add(name);
    const modifiers = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
    const declaration = factory.createTypeAliasDeclaration(modifiers, name, undefined, schema.type);
    declarations.push(ts.setSyntheticLeadingComments(declaration, ts.getSyntheticLeadingComments(schema)));
    return factory.createPropertySignature(undefined, schema.name, undefined, factory.createTypeReferenceNode(name));
  }

  const named = nodes.map((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== "components") return node;
    const members = node.members.map((group) =>
      ts.isPropertySignature(group) &&
      textOf(group.name) === "schemas" &&
      group.type &&
      ts.isTypeLiteralNode(group.type)
        ? factory.createPropertySignature(
            undefined,
            group.name,
            undefined,
            factory.createTypeLiteralNode(mapAll(group.type.members, declare)),
          )
        : group,
    );
    return factory.createInterfaceDeclaration(node.modifiers, node.name, undefined, undefined, members);
  });
  return [...declarations, ...named].map((node) => ts.visitNode(node, referByName));

  /** Replaces `components["schemas"]["TestRun"]` by `TestRun`. */
  function referByName(node: ts.Node): ts.Node {
    if (ts.isIndexedAccessTypeNode(node) && isSchemas(node.objectType)) {
      const name = indexOf(node);
      if (name !== undefined) return factory.createTypeReferenceNode(typeNameOf(name));
    }
    return ts.visitEachChild(node, referByName, undefined);
  }
}

const isSchemas = (node: ts.Node): boolean =>
  ts.isIndexedAccessTypeNode(node) &&
  indexOf(node) === "schemas" &&
  ts.isTypeReferenceNode(node.objectType) &&
  textOf(node.objectType.typeName) === "components";

const indexOf = ({ indexType }: ts.IndexedAccessTypeNode) =>
  ts.isLiteralTypeNode(indexType) && ts.isStringLiteral(indexType.literal) ? indexType.literal.text : undefined;

const textOf = (name: ts.Node) => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "");
