// A service or one of its objects as the emulator describes it; the bridge makes the script's object from it.

/** `state` is what other services may look at; the script sees only the members. */
export interface ServiceObject<State = unknown> {
  readonly typeName: string;
  /** Room of the call log, e.g. `lock`; without it calls of this object are not counted and no fault meets them. */
  readonly counted?: string;
  readonly members: Readonly<Record<string, unknown>>;
  readonly state?: State;
  /** What String(object) and JSON.stringify give for an enum value. */
  readonly enumName?: string;
}

export type ServiceMethod = (...args: never[]) => unknown;

const marked = new WeakSet<object>();

export function serviceObject<State>(description: ServiceObject<State>): ServiceObject<State> {
  marked.add(description);
  return description;
}

export function isServiceObject(value: unknown): value is ServiceObject {
  return typeof value === 'object' && value !== null && marked.has(value);
}

export type EnumOf<Name extends string> = ServiceObject & { readonly members: Readonly<Record<Name, ServiceObject>> };

/** An enum of Apps Script: each value prints and serialises as its name. */
export function enumeration<Name extends string>(typeName: string, names: readonly Name[]): EnumOf<Name> {
  const members = Object.fromEntries(
    names.map((name, ordinal) => [
      name,
      serviceObject({ typeName, enumName: name, members: { name: () => name, ordinal: () => ordinal } }),
    ]),
  );
  return serviceObject({ typeName, members }) as EnumOf<Name>;
}

/** The enum name behind an argument, or undefined for anything else. */
export function enumName(value: unknown): string | undefined {
  return isServiceObject(value) ? value.enumName : undefined;
}
