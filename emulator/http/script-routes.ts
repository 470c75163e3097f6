// The Apps Script API's scripts.run. It runs as the person at the keyboard, in the container workbook: the emulator has
// no OAuth client whose user it could be otherwise.
import { Hono } from 'hono';
import type { Google } from '../runtime';

const types = 'type.googleapis.com/google.apps.script.v1';

export function createScriptRoutes(google: Google): Hono {
  const routes = new Hono();

  routes.post('/v1/scripts/:target', async (c) => {
    const [id = '', verb] = c.req.param('target').split(':');
    const known = id === google.scriptId || google.state.deployments.some((deployment) => deployment.id === id);
    if (verb !== 'run' || !known) {
      const message = 'Requested entity was not found.';
      return c.json({ error: { code: 404, message, status: 'NOT_FOUND' } }, 404);
    }
    const body = (await c.req.json().catch(() => undefined)) as
      { function?: unknown; parameters?: unknown } | undefined;
    if (typeof body?.function !== 'string') {
      const message = 'Request contains an invalid argument.';
      return c.json({ error: { code: 400, message, status: 'INVALID_ARGUMENT' } }, 400);
    }
    const args = Array.isArray(body.parameters) ? (body.parameters as unknown[]) : [];
    const user = c.req.header('x-emulator-user') ?? google.state.user;
    const access = google.containerId === '' ? 'owner' : google.sheets.accessOf(google.containerId, user);
    if (access !== 'owner' && access !== 'editor') {
      const message = 'The caller does not have permission';
      return c.json({ error: { code: 403, message, status: 'PERMISSION_DENIED' } }, 403);
    }
    const { error, value } = google.run({ function: body.function, args, kind: 'api', user });
    if (!error) return c.json({ done: true, response: { '@type': `${types}.ExecutionResponse`, result: value } });
    return c.json({
      done: true,
      error: {
        code: 3,
        message: 'ScriptError',
        details: [
          {
            '@type': `${types}.ExecutionError`,
            errorMessage: error.message,
            errorType: error.name,
            scriptStackTraceElements: error.stack.map((frame) => ({
              function: frame.function,
              lineNumber: frame.line,
            })),
          },
        ],
      },
    });
  });

  return routes;
}
