// /emulator/…: what Google has no protocol for. Everything is JSON; an error is {error: {message}} with its status.
//
// For tests and tools
//   GET  info                → {scriptId, webApp, workbooks: [{id, title, role, owner, access}], people, user, visitor,
//                               officeAccount, now, timeZone, origin}
//   GET  outbox?from=0       → mails sent, oldest first, from that one on
//   GET  clock               → {now, wallClock, timeZone, frozen}
//   PUT  clock               {now: ISO or 'YYYY-MM-DDTHH:MM' wall clock} | {advanceMinutes} and/or {frozen} → the same and
//                              {ran: [{ok, value?, error?, logs}]}: the time-driven triggers that fired on the way
//   PUT  user                {email}: who is at the keyboard      PUT visitor {email | null}: whom the browser of links is
//   POST trigger/{handler}   fires the time-driven triggers of the handler → {ran}
//   POST edit                {spreadsheetId, sheet: title or id, range, values, events?: 'lost'} → {ran}
//   POST edits               [{…}, …]: a burst; of more than three only the first and the last two are told of
//   GET | DELETE calls       service calls and cells since the last reset
//   PUT  faults              [{call, nth, do, status?, seconds?, edit?, sort?, run?}]
//   GET | PUT state          everything, as one JSON value
//   GET  executions          the last 200 runs with their logs
//   POST deployment          {access, executeAs?} → {id, url}: another web-app deployment
import { Hono } from 'hono';
import type { Deployment, EditAct, Fault, Google, GoogleSnapshot, RunResult } from '../runtime';
import { deliverBurst, deliverEdit, fireHandler, moveClock } from '../runtime';
import { parseMoment, wallClockAt } from '../runtime/zone';

/** A fault of the request itself, shown to whoever sent it. */
export class BadRequest extends Error {}

export async function bodyOf<Body extends object>(c: { req: { json(): Promise<unknown> } }): Promise<Body> {
  const body = await c.req.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null) throw new BadRequest('a JSON body is needed');
  return body as Body;
}

export function ranOf(results: RunResult[]) {
  return results.map(({ ok, value, error, logs }) => ({
    ok,
    ...(value === undefined || value === null ? {} : { value }),
    ...(error ? { error: { name: error.name, message: error.message } } : {}),
    logs,
  }));
}

/** What a workbook is to the office, by the script properties in which set-up keeps the ids. */
const roleProperties: Record<string, string> = { restricted: 'workbook.restricted' };

function roleOf(google: Google, id: string): string {
  if (id === google.containerId) return 'desk';
  const { script } = google.state.properties;
  return Object.keys(roleProperties).find((role) => script[roleProperties[role]!] === id) ?? 'other';
}

export function workbooksOf(google: Google) {
  return google.sheets.list().map(({ id, title, owner }) => {
    const access = google.sheets.accessOf(id, google.state.user) ?? null;
    return { id, title, role: roleOf(google, id), owner, access };
  });
}

function wallClockText(google: Google): string {
  const { year, month, day, hour, minute, second } = wallClockAt(google.clock.now(), google.scriptZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}

const clockOf = (google: Google) => ({
  now: google.clock.now().toISOString(),
  wallClock: wallClockText(google),
  timeZone: google.scriptZone,
  frozen: google.clock.frozen,
});

function editOf(google: Google, act: EditAct): EditAct {
  if (!act.spreadsheetId || act.range === undefined || !Array.isArray(act.values))
    throw new BadRequest('an edit needs spreadsheetId, sheet, range and values');
  const { spreadsheetId, sheet, range, values } = act;
  return { spreadsheetId, sheet, range, values, user: act.user ?? google.state.user };
}

export function createEmulatorRoutes(google: Google): Hono {
  const routes = new Hono();

  routes.get('/info', (c) => {
    const { scriptId, people, user, visitor, officeAccount } = google.state;
    const { now, timeZone } = clockOf(google);
    const webApp = google.webAppUrl();
    const workbooks = workbooksOf(google);
    return c.json({
      scriptId,
      webApp,
      workbooks,
      people,
      user,
      visitor,
      officeAccount,
      now,
      timeZone,
      origin: google.origin,
    });
  });

  routes.get('/outbox', (c) => c.json(google.state.mail.sent.slice(Number(c.req.query('from') ?? 0) || 0)));

  routes.get('/clock', (c) => c.json(clockOf(google)));

  routes.put('/clock', async (c) => {
    const body = await bodyOf<{ now?: string; advanceMinutes?: number; frozen?: boolean }>(c);
    if (body.frozen === true) google.clock.freeze();
    if (body.frozen === false) google.clock.unfreeze();
    let to: Date | undefined;
    if (body.now !== undefined) {
      to = parseMoment(body.now, google.scriptZone);
      if (!to) throw new BadRequest(`not a moment: ${body.now}`);
    } else if (body.advanceMinutes !== undefined) {
      to = new Date(google.clock.now().getTime() + body.advanceMinutes * 60_000);
    }
    const ran = to ? ranOf(moveClock(google, to)) : [];
    return c.json({ ...clockOf(google), ran });
  });

  routes.put('/user', async (c) => {
    const { email } = await bodyOf<{ email?: string }>(c);
    if (!email?.includes('@')) throw new BadRequest('email is needed');
    google.state.user = email;
    google.changed();
    return c.json({ user: email });
  });

  routes.put('/visitor', async (c) => {
    const { email } = await bodyOf<{ email?: string | null }>(c);
    google.state.visitor = email ?? '';
    google.changed();
    return c.json({ visitor: google.state.visitor });
  });

  routes.post('/trigger/:handler', (c) => {
    const handler = c.req.param('handler');
    const results = fireHandler(google, handler);
    if (!results) return c.json({ error: { message: `no time-driven trigger calls ${handler}` } }, 404);
    return c.json({ ran: ranOf(results) });
  });

  routes.post('/edit', async (c) => {
    const act = await bodyOf<EditAct & { events?: 'lost' }>(c);
    return c.json({ ran: ranOf(deliverEdit(google, editOf(google, act), act.events === 'lost' ? 'lost' : 'now')) });
  });

  routes.post('/edits', async (c) => {
    const acts = await bodyOf<EditAct[]>(c);
    if (!Array.isArray(acts)) throw new BadRequest('a list of edits is needed');
    const burst = acts.map((act) => editOf(google, act));
    return c.json({ ran: ranOf(deliverBurst(google, burst)) });
  });

  routes.get('/calls', (c) => c.json(google.gateway.log()));
  routes.delete('/calls', (c) => {
    google.gateway.resetLog();
    return c.json(google.gateway.log());
  });

  routes.put('/faults', async (c) => {
    const body = await bodyOf<Fault[] | { faults: Fault[] }>(c);
    const faults = Array.isArray(body) ? body : body.faults;
    const kinds = ['fail', 'dropAnswer', 'delay', 'before'];
    for (const fault of faults)
      if (!fault.call || !(fault.nth >= 1) || !kinds.includes(fault.do))
        throw new BadRequest(`a fault needs call, nth from 1, and do: ${kinds.join(', ')}`);
    google.gateway.setFaults(faults);
    return c.json({ faults });
  });

  routes.get('/state', (c) => c.json(google.snapshot()));
  routes.put('/state', async (c) => {
    google.restore(await bodyOf<GoogleSnapshot>(c));
    return c.json({ version: google.version });
  });

  routes.get('/executions', (c) => c.json(google.executions));

  routes.post('/deployment', async (c) => {
    const { access, executeAs } = await bodyOf<Pick<Deployment, 'access'> & Partial<Deployment>>(c);
    const { id } = google.deploy(access, executeAs);
    google.changed();
    return c.json({ id, url: google.webAppUrl(id) });
  });

  return routes;
}
