// How many service calls the script has made since the last reset.
import { useEffect, useState } from 'preact/hooks';
import { act, look } from './ask';
import type { CallLog } from './emulator-types';
import { version } from './office';
import { Popover } from './popover';
import { attempt } from './telling';
import { say } from './words';

function CallsPanel() {
  const [log, setLog] = useState<CallLog | undefined>();
  useEffect(() => version.subscribe(() => void look<CallLog>('calls').then(setLog, () => undefined)), []);
  if (!log) return null;
  const names = Object.entries(log.calls).sort(([, a], [, b]) => b - a);
  return (
    <div class="calls-panel">
      <h2>{say('calls')}</h2>
      <p class="quiet">{say('callsHint')}</p>
      {names.length === 0 ? (
        <p>{say('callsNone')}</p>
      ) : (
        <div class="scroll" tabIndex={0}>
          <table>
            <tbody>
              {names.map(([name, count]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{say('callsTotal')}</th>
                <td>{log.total}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      <p class="quiet">
        {log.cellsRead} {say('cellsRead')} · {log.cellsWritten} {say('cellsWritten')}
      </p>
      <button
        type="button"
        class="button"
        onClick={() => void attempt(async () => setLog(await act<CallLog>('DELETE', 'calls')))}
      >
        {say('reset')}
      </button>
    </div>
  );
}

export function CallsBox() {
  return (
    <Popover
      label={
        <>
          {say('calls')}
          <span class="caret" />
        </>
      }
      title={say('callsHint')}
      class="bar-button"
      align="end"
    >
      {() => <CallsPanel />}
    </Popover>
  );
}
