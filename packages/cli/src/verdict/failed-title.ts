/** Title of the list of failed tests, whose items have messages. */
export const failedTitle = "Failed tests";
