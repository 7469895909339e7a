export const exitCodes = {
  done: 0,
  testsFailed: 1,
  /** A setting, file or name is wrong, or a report is missing or broken. Nothing was created. */
  usage: 2,
  rejected: 3,
  unknown: 4,
  notSent: 5,
  partlyRecorded: 6,
} as const;
