// Says what went wrong, in a box that is read and closed.
import { ask } from './dialogs';
import { say } from './words';

export async function tell(title: string, text: string): Promise<void> {
  await ask({ title, text, buttons: [{ answer: 'OK', label: say('ok') }], otherwise: 'OK' });
}

/** Runs what a person asked for; a failure is told instead of thrown. */
export async function attempt(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    await tell(say('failed'), error instanceof TypeError ? say('cutOff') : (error as Error).message);
    return false;
  }
}
