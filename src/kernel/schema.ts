// What is used of the validation library to check what comes from outside. Named one by one: only these enter the bundle.
export {
  array,
  boolean,
  enum,
  maxLength,
  minLength,
  minimum,
  multipleOf,
  null,
  number,
  object,
  optional,
  record,
  regex,
  string,
  union,
} from 'zod/mini';
export type { ZodMiniType } from 'zod/mini';
