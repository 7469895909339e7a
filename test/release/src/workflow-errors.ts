import { readFile } from "node:fs/promises";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";

/** Returns the errors that GitHub's own parser finds in a workflow. */
export async function workflowErrors(file: string): Promise<string[]> {
  const content = await readFile(file, "utf8");
  const { context, value } = parseWorkflow({ name: file, content }, new NoOperationTraceWriter());
  if (value) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}
