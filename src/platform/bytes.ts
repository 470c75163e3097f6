// Bytes as Apps Script hands them over: signed, from -128 to 127.

export const hexOf = (bytes: readonly number[]): string =>
  bytes.map((byte) => (byte & 0xff).toString(16).padStart(2, '0')).join('');

/** base64url without padding. */
export const webSafe = (encoded: string): string => encoded.replace(/=+$/, '');
