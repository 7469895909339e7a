// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

import type { OperationSchemas, Schemas } from "../validation/schema.js";

/** The schemas that others refer to. */
export const schemas: Schemas = {
  "DetailedError": {"type":"object","required":["message","errors"],"properties":{"message":{"type":"string"},"errors":{"type":"object","required":["code","message","details"],"properties":{"code":{"type":"integer"},"message":{"type":"string"},"details":{"type":"string"}}}}},
  "MessageError": {"type":"object","required":["message"],"properties":{"message":{"type":"string"}}},
  "CodedError": {"type":"object","required":["code","message"],"properties":{"code":{"type":"integer"},"message":{"type":"string"}}},
  "CreateTestRunBody": {"type":"object","required":["title","status","project_id","selection_type","static_selection_filters"],"properties":{"title":{"type":"string","minLength":1},"description":{"type":"string"},"status":{"type":"string","minLength":1},"project_id":{"type":"string","format":"uuid"},"human_id":{"type":"string"},"selection_type":{"type":"string","enum":["STATIC","DYNAMIC"]},"static_selection_filters":{"type":"array","items":{"$ref":"SelectionFilter"}},"dynamic_selection_filters":{"type":"array","items":{"$ref":"SelectionFilter"}},"dynamic_selection_excluded_test_case_ids":{"type":"array","items":{"type":"string","format":"uuid"}},"test_plan_id":{"type":"string","format":"uuid"},"start_date":{"type":"integer","minimum":0},"end_date":{"type":"integer","minimum":0},"assignee_id":{"type":"string","format":"uuid"},"label_names":{"type":"array","items":{"type":"string"}},"environment_ids":{"type":"array","items":{"type":"string"}}}},
  "SelectionFilter": {"type":"object","required":["field","operator","values"],"properties":{"field":{"type":"string","minLength":1},"operator":{"type":"string","minLength":1},"values":{"type":"array","minItems":1,"items":{"type":"string","minLength":1}}}},
  "CreateTestRunResult": {"type":"object","required":["message","data"],"properties":{"message":{"type":"string"},"data":{"type":"object","required":["test_run"],"properties":{"test_run":{"$ref":"TestRun"}}}}},
  "TestRun": {"type":"object","required":["id","human_id","created_at","updated_at","title","status","project_id","selection_type"],"properties":{"id":{"type":"string","format":"uuid"},"human_id":{"type":"string"},"created_at":{"type":"integer","minimum":0},"updated_at":{"type":"integer","minimum":0},"title":{"type":"string"},"description":{"type":"string"},"status":{"type":"string"},"project_id":{"type":"string","format":"uuid"},"selection_type":{"type":"string"},"start_date":{"type":"integer","minimum":0},"end_date":{"type":"integer","minimum":0},"assignee_id":{"type":"string"},"label_names":{"type":"array","items":{"type":"string"}},"environment_ids":{"type":"array","items":{"type":"string"}},"test_cases_count":{"type":"integer","minimum":0}}},
};

/** The schemas of each operation. */
export const operationSchemas: Readonly<Record<string, OperationSchemas>> = {
  "createTestRun": {"input":{"allOf":[{"type":"object","properties":{"project_id":{"type":"string","format":"uuid"}},"required":["project_id"]},{"$ref":"CreateTestRunBody"}]},"result":{"$ref":"CreateTestRunResult"},"errors":{"400":{"anyOf":[{"$ref":"DetailedError"},{"$ref":"MessageError"}]},"401":{"$ref":"CodedError"},"404":{"anyOf":[{"$ref":"DetailedError"},{"$ref":"CodedError"}]},"422":{"$ref":"DetailedError"},"500":{"$ref":"MessageError"}}},
};
