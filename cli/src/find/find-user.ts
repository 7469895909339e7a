import { UsageError } from "../errors/usage-error.js";
import type { Service } from "../service/service.js";
import { didYouMean } from "../settings/did-you-mean.js";

/**
 * Finds the user who executed the tests, by e-mail address or UUID.
 *
 * @throws {UsageError} when there is none, naming what was probably meant
 */
export async function findUser(service: Service, wanted: string): Promise<{ id: string; isActive: boolean }> {
  const users = [];
  for await (const user of service.listUsers()) {
    if (user.id === wanted || user.email.toLowerCase() === wanted.toLowerCase()) return user;
    users.push(user);
  }
  const emails = users.map(({ email }) => email);
  throw new UsageError(`no user ${wanted} among the ${users.length} of the organization${didYouMean(wanted, emails)}`);
}
