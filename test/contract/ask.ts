// How a test asks for an act.

type Args<Act> = Act extends (ports: never, ...args: infer Given) => unknown ? Given : never;
type Answer<Act> = Act extends (...args: never[]) => infer Given ? Given : never;

/** What an act throws, `TablesError`s with their kind, is thrown by the asking. */
export type Ask<Acts> = <Name extends keyof Acts & string>(act: Name, ...args: Args<Acts[Name]>) => Answer<Acts[Name]>;

/** Without a bridge: each act is simply called. */
export const askDirectly =
  <Ports, Acts extends object>(acts: Acts, ports: Ports): Ask<Acts> =>
  (act, ...args) =>
    (acts[act] as (ports: Ports, ...args: unknown[]) => never)(ports, ...(args as unknown[]));
