const START = "<!-- faults -->";
const END = "<!-- /faults -->";

/** The text with the block between the two markers replaced; throws when a marker is missing. */
export const replaceMarkedBlock = (text: string, block: string): string => {
  const start = text.indexOf(START);
  const end = text.indexOf(END, start);
  if (start < 0 || end < 0) throw new Error(`the lines ${START} and ${END} are missing`);
  return `${text.slice(0, start + START.length)}\n\n${block}\n\n${text.slice(end)}`;
};
