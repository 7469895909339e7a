import { isObject } from "../http/json.js";
import type { Call } from "./call.js";
import { unrecorded } from "./store-error.js";
import type { Row } from "./table.js";

/**
 * Selects the cases of a new run. A dynamic selection has every case that is not excluded, whatever its filters
 * (observed). In a static selection, only filters by `id` with `IN` are known to work; the option `unknownFilters`
 * decides about others.
 */
export function selectCases(call: Call): Row[] {
  const { body, request } = call;
  const cases = call.table("/projects/{project_id}/test_cases");
  if (body.selection_type === "DYNAMIC") {
    if (listOf(body.dynamic_selection_filters).length > 0) {
      request.warnings.push("dynamic_selection_filters are ignored, as on the service: the run has every test case");
    }
    const excluded = new Set(listOf(body.dynamic_selection_excluded_test_case_ids));
    return cases.rows().filter(({ id }) => !excluded.has(id));
  }
  const ids = new Set(
    listOf(body.static_selection_filters).flatMap((filter, index) =>
      isObject(filter) && isKnown(filter, index, call) ? listOf(filter.values) : [],
    ),
  );
  const selected = [...ids].flatMap((id) => cases.findBy("id", id) ?? []);
  const known = new Set<unknown>(selected.map(({ row }) => row.id));
  const unknown = [...ids].filter((id) => !known.has(id));
  if (unknown.length > 0) {
    request.warnings.push(`The selection contains unknown test case ids: ${unknown.slice(0, 5).join(", ")}`);
  }
  return selected.sort((a, b) => a.position - b.position).map(({ row }) => row);
}

interface Filter {
  field?: unknown;
  operator?: unknown;
  values?: unknown;
}

function isKnown({ field, operator }: Filter, index: number, { memory, request }: Call): boolean {
  if (field === "id" && operator === "IN") return true;
  const problem = `static_selection_filters.${index} is ${field} ${operator}; only id IN is known to work`;
  if (memory.state.unknownFilters === "reject") throw unrecorded("Invalid filter", problem);
  request.warnings.push(`${problem}, and this filter selects nothing`);
  return false;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
