/** Returns the price of renting a bike, in cents: the full price for the first day, and half for each further day. */
export function rentalPrice(centsPerDay, days) {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`days: expected a whole number from 1, got ${days}`);
  return centsPerDay + (days - 1) * (centsPerDay / 2);
}
