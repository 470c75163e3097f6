// ScriptApp: triggers, the web app's address, and the enums that events speak of.
import type { Execution } from '../execution';
import type { Google } from '../google';
import { ServiceError } from '../service-error';
import type { ServiceObject } from '../service-object';
import { enumeration, isServiceObject, serviceObject } from '../service-object';
import type { TriggerRecord } from '../triggers';
import { allowedMinutes, minuteOf, nextDue, triggersPerUser } from '../triggers';
import { isZone } from '../zone';
import { permit } from './permissions';

export const AuthMode = enumeration('AuthMode', ['NONE', 'LIMITED', 'CUSTOM_FUNCTION', 'FULL']);
const EventType = enumeration('EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
]);

const tooMany = 'This script has too many triggers. Triggers must be deleted from the script before more can be added.';

function trigger(record: TriggerRecord): ServiceObject<TriggerRecord> {
  return serviceObject({
    typeName: 'Trigger',
    state: record,
    members: {
      getHandlerFunction: () => record.handler,
      getUniqueId: () => record.id,
      getEventType: () => EventType.members[record.event],
      getTriggerSourceId: () => record.sourceId ?? null,
    },
  });
}

type Draft = Omit<TriggerRecord, 'id' | 'owner'> & { nearMinute?: number };

function clockBuilder(initial: Draft, create: (draft: Draft) => ServiceObject): ServiceObject {
  const draft: Draft = { ...initial };
  const within = (value: unknown, low: number, high: number, name: string) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < low || number > high) throw new ServiceError(`Invalid argument: ${name}`);
    return number;
  };
  const set = (change: (value: unknown) => void) => (value: unknown) => {
    change(value);
    return self;
  };
  const self: ServiceObject = serviceObject({
    typeName: 'ClockTriggerBuilder',
    members: {
      everyMinutes: set((n) => {
        if (!allowedMinutes.includes(Number(n)))
          throw new ServiceError(
            `The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.`,
          );
        draft.everyMinutes = Number(n);
      }),
      everyDays: set((n) => (draft.everyDays = within(n, 1, 366, 'n'))),
      atHour: set((hour) => (draft.hour = within(hour, 0, 23, 'hour'))),
      nearMinute: set((minute) => (draft.nearMinute = within(minute, 0, 59, 'minute'))),
      inTimezone: set((zone) => {
        if (!isZone(String(zone))) throw new ServiceError(`Invalid argument: timezone`);
        draft.zone = String(zone);
      }),
      create: () => {
        if (draft.everyMinutes === undefined && draft.everyDays === undefined)
          throw new ServiceError('A frequency must be specified.');
        return create(draft);
      },
    },
  });
  return self;
}

export function scriptApp(google: Google, execution: Execution): ServiceObject {
  const owner = execution.effectiveUser;
  const own = () => google.state.triggers.filter((record) => record.owner === owner);
  const allow = (call: string) => permit(execution, google.project.manifest, `ScriptApp.${call}`, ['script.scriptapp']);

  function create({ nearMinute, ...draft }: Draft): ServiceObject {
    return google.gateway.pass('script.createTrigger', () => {
      if (own().length >= triggersPerUser) throw new ServiceError(tooMany);
      const id = google.newNumber();
      const record: TriggerRecord = { ...draft, id, owner };
      if (record.event === 'CLOCK') {
        if (record.everyMinutes === undefined) record.minute = minuteOf(id, nearMinute);
        record.hour ??= 0;
        record.nextAt = nextDue(record, google.clock.now().getTime());
      }
      google.state.triggers.push(record);
      return trigger(record);
    });
  }

  function forSpreadsheet(handler: string, target: unknown): ServiceObject {
    const source = isServiceObject(target) ? (target.state as { id: string }).id : String(target);
    if (!google.sheets.accessOf(source, owner))
      throw new ServiceError('You do not have permission to access the requested document.');
    const onEdit = serviceObject({
      typeName: 'SpreadsheetTriggerBuilder',
      members: { create: () => create({ handler, event: 'ON_EDIT', sourceId: source, zone: google.scriptZone }) },
    });
    return serviceObject({ typeName: 'SpreadsheetTriggerBuilder', members: { onEdit: () => onEdit } });
  }

  return serviceObject({
    typeName: 'ScriptApp',
    members: {
      AuthMode,
      EventType,
      newTrigger: (handler: unknown) => {
        allow('newTrigger');
        const name = String(handler);
        return serviceObject({
          typeName: 'TriggerBuilder',
          members: {
            timeBased: () => clockBuilder({ handler: name, event: 'CLOCK', zone: google.scriptZone }, create),
            forSpreadsheet: (target: unknown) => forSpreadsheet(name, target),
          },
        });
      },
      getProjectTriggers: () => {
        allow('getProjectTriggers');
        return google.gateway.pass('script.getProjectTriggers', () => own().map(trigger));
      },
      deleteTrigger: (target: unknown) => {
        allow('deleteTrigger');
        google.gateway.pass('script.deleteTrigger', () => {
          const { id } = (isServiceObject(target) ? target.state : {}) as Partial<TriggerRecord>;
          google.state.triggers = google.state.triggers.filter((record) => record.id !== id || record.owner !== owner);
        });
      },
      getService: () =>
        serviceObject({ typeName: 'Service', members: { getUrl: () => google.webAppUrl(execution.deploymentId) } }),
    },
  });
}
