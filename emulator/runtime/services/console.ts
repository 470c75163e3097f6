// console: lines of the execution log.
import type { Execution, LogLine } from '../execution';
import type { ServiceObject } from '../service-object';
import { isServiceObject, serviceObject } from '../service-object';

function shown(value: unknown): string {
  if (isServiceObject(value)) return value.enumName ?? value.typeName;
  if (typeof value !== 'object' || value === null) return String(value);
  const { stack } = value as { stack?: unknown };
  if (typeof stack === 'string') return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

function formatted(args: unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== 'string') return args.map(shown).join(' ');
  const text = first.replace(/%[sdoj]/g, (mark) => (rest.length > 0 ? shown(rest.shift()) : mark));
  return [text, ...rest.map(shown)].join(' ');
}

export function consoleService(execution: Execution): ServiceObject {
  const line =
    (level: LogLine['level']) =>
    (...args: unknown[]) => {
      execution.logs.push({ level, text: formatted(args) });
    };
  return serviceObject({
    typeName: 'console',
    members: { log: line('log'), info: line('info'), warn: line('warn'), error: line('error') },
  });
}
