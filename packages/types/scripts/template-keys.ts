import ts from "typescript";

const { factory } = ts;

/**
 * Returns the names that a pattern allows as a template: `^attachments_[0-9]+$` becomes `` `attachments_<number>` ``.
 * Returns `undefined` for a pattern that no template literal type expresses.
 */
export function templateOf(pattern: string): string | undefined {
  const [, inner] = /^\^(.+)\$$/.exec(pattern) ?? [];
  const template = inner?.replaceAll(/\[0-9\]\+|\\d\+/g, "<number>").replaceAll(/\.[*+]/g, "<string>");
  return template?.includes("<") && /^([\w-]|<(number|string)>)+$/.test(template) ? `\`${template}\`` : undefined;
}

/** Turns each property that is named by a template into an index signature of the template literal type. */
export function printTemplateKeys(node: ts.Node): ts.Node {
  const visited = ts.visitEachChild(node, printTemplateKeys, undefined);
  if (!ts.isPropertySignature(visited) || !ts.isStringLiteral(visited.name) || !visited.name.text.startsWith("`")) {
    return visited;
  }
  const keyType = templateType(visited.name.text);
  const key = factory.createParameterDeclaration(undefined, undefined, "key", undefined, keyType);
  const type = visited.type ?? factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);
  const signature = factory.createIndexSignature(undefined, [key], type);
  return ts.setSyntheticLeadingComments(signature, ts.getSyntheticLeadingComments(node));
}

function templateType(template: string): ts.TypeNode {
  const [head = "", ...parts] = template.slice(1, -1).split("<");

  const spans = parts.map((part, index) => {
    const [kind, text = ""] = part.split(">");
    const type = kind === "number" ? ts.SyntaxKind.NumberKeyword : ts.SyntaxKind.StringKeyword;
    const literal = index === parts.length - 1 ? factory.createTemplateTail(text) : factory.createTemplateMiddle(text);
    return factory.createTemplateLiteralTypeSpan(factory.createKeywordTypeNode(type), literal);
  });
  return factory.createTemplateLiteralType(factory.createTemplateHead(head), spans);
}
