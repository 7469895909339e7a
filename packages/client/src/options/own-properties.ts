/**
 * Copies the own properties of an object into one without a prototype and reads each only once. A property that other
 * code added to `Object.prototype`, such as `baseUrl`, must not send the key to a foreign host.
 */
export const ownProperties = <Value extends object>(value: Value): Value => Object.assign(Object.create(null), value);
