// The `fields` of a write request: required, and only of fields that the message has.
import { refusal } from '../errors';
import { parseMask, unknownPath, type Mask } from '../field-mask';

export function requestMask(fields: string | undefined, message: string): Mask {
  if (!fields?.trim()) {
    throw refusal("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  }
  const mask = parseMask(fields);
  if (mask === undefined) throw refusal(`Invalid field mask: ${fields}`);
  const unknown = unknownPath(mask, message);
  if (unknown !== undefined) throw refusal(`Invalid field: ${unknown}`);
  return mask;
}
