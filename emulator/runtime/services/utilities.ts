// Utilities: digests, base64, blobs, dates as text, and sleep on the emulator's clock.
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { types } from 'node:util';
import type { Google } from '../google';
import { ServiceError, wrongSignature } from '../service-error';
import type { ServiceObject } from '../service-object';
import { enumeration, enumName, serviceObject } from '../service-object';
import { blob, signed } from './blob';
import { formatDate } from './format-date';

const Charset = enumeration('Charset', ['US_ASCII', 'UTF_8']);
const DigestAlgorithm = enumeration('DigestAlgorithm', ['MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);

const longestSleep = 300_000;

/** Without a charset Apps Script takes US-ASCII: every other code point becomes one question mark. */
function textBytes(text: string, charset: unknown): Buffer {
  if (enumName(charset) === 'UTF_8') return Buffer.from(text, 'utf8');
  return Buffer.from(Array.from(text, (sign) => (sign.codePointAt(0)! < 128 ? sign : '?')).join(''), 'latin1');
}

function rawBytes(values: unknown[]): Buffer {
  const numbers = Array.from(values, (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value))
      throw new ServiceError(`Cannot convert ${String(value)} to int.`);
    return value & 255;
  });
  return Buffer.from(numbers);
}

/** Bytes of a text or of an array of bytes; undefined for anything else. */
function bytesOf(value: unknown, charset: unknown): Buffer | undefined {
  if (typeof value === 'string') return textBytes(value, charset);
  return Array.isArray(value) ? rawBytes(value) : undefined;
}

const digestNames: Record<string, string> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

function computeDigest(...args: unknown[]): number[] {
  const [algorithm, value, charset] = args;
  const name = digestNames[enumName(algorithm) ?? ''];
  const bytes = bytesOf(value, charset);
  if (!name || !bytes || (Array.isArray(value) && charset !== undefined))
    throw wrongSignature(args, 'Utilities.computeDigest');
  return signed(createHash(name).update(bytes).digest());
}

function computeHmacSha256Signature(...args: unknown[]): number[] {
  const [value, key, charset] = args;
  const sameKind = Array.isArray(value) === Array.isArray(key);
  const message = bytesOf(value, charset);
  const secret = bytesOf(key, charset);
  if (!sameKind || !message || !secret || (Array.isArray(value) && charset !== undefined))
    throw wrongSignature(args, 'Utilities.computeHmacSha256Signature');
  return signed(createHmac('sha256', secret).update(message).digest());
}

function base64EncodeWebSafe(...args: unknown[]): string {
  const bytes = bytesOf(args[0], args[1]);
  if (!bytes) throw wrongSignature(args, 'Utilities.base64EncodeWebSafe');
  return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

function decode(method: string) {
  return (...args: unknown[]) => {
    const [text] = args;
    if (typeof text !== 'string') throw wrongSignature(args, `Utilities.${method}`);
    if (!/^[A-Za-z0-9+/_-]*={0,2}\s*$/.test(text)) throw new ServiceError('Could not decode string.');
    return signed(Buffer.from(text.replaceAll('-', '+').replaceAll('_', '/'), 'base64'));
  };
}

function newBlob(...args: unknown[]): ServiceObject {
  const [data, contentType, name] = args;
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : bytesOf(data, undefined);
  if (!bytes) throw wrongSignature(args, 'Utilities.newBlob');
  const given = (value: unknown) => (value === undefined || value === null ? null : String(value));
  return blob({
    bytes,
    contentType: given(contentType) ?? (typeof data === 'string' ? 'text/plain' : null),
    name: given(name),
  });
}

export function utilities(google: Google): ServiceObject {
  return serviceObject({
    typeName: 'Utilities',
    counted: 'utilities',
    members: {
      Charset,
      DigestAlgorithm,
      computeDigest,
      computeHmacSha256Signature,
      base64EncodeWebSafe,
      base64Decode: decode('base64Decode'),
      base64DecodeWebSafe: decode('base64DecodeWebSafe'),
      newBlob,
      getUuid: () => randomUUID(),
      formatDate: (date: unknown, zone: unknown, pattern: unknown) => {
        if (!types.isDate(date)) throw wrongSignature([date, zone, pattern], 'Utilities.formatDate');
        return formatDate(new Date(Number(date)), String(zone), String(pattern));
      },
      sleep: (milliseconds: unknown) => {
        if (!(Number(milliseconds) >= 0 && Number(milliseconds) <= longestSleep))
          throw new ServiceError(`Invalid argument: milliseconds`);
        google.clock.pass(Number(milliseconds));
      },
    },
  });
}
