/** The price of a bike's rental, in cents: the day, and half of it for each further day. */
export function rentalPrice(centsPerDay, days) {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`days: expected a whole number from 1, got ${days}`);
  return centsPerDay + (days - 1) * (centsPerDay / 2);
}
