// The script's own menu: a click runs a function, which may ask, show pages and leave a line in the corner.
import { act } from './ask';
import { ask, dialogs, showToast } from './dialogs';
import type { AskedAlert, Effects, MenuAnswer } from './emulator-types';
import { reopenMenu, sidebar } from './office';
import { tell } from './telling';
import type { Word } from './words';
import { say } from './words';

const buttonSets: Record<string, { answers: readonly [string, Word][]; otherwise: string }> = {
  OK: { answers: [['OK', 'ok']], otherwise: 'CLOSE' },
  OK_CANCEL: {
    answers: [
      ['OK', 'ok'],
      ['CANCEL', 'cancel'],
    ],
    otherwise: 'CLOSE',
  },
  YES_NO: {
    answers: [
      ['YES', 'yes'],
      ['NO', 'no'],
    ],
    otherwise: 'CLOSE',
  },
  YES_NO_CANCEL: {
    answers: [
      ['YES', 'yes'],
      ['NO', 'no'],
      ['CANCEL', 'cancel'],
    ],
    otherwise: 'CLOSE',
  },
};

async function answerTo({ title, text, buttons }: AskedAlert): Promise<string> {
  const { answers, otherwise } = buttonSets[buttons] ?? buttonSets['OK']!;
  const choices = answers.map(([answer, word]) => ({ answer, label: say(word) }));
  return (await ask({ title, text, buttons: choices, otherwise })).answer;
}

export async function showEffects(effects: Effects): Promise<void> {
  if (effects.sidebar) sidebar.value = effects.sidebar;
  if (effects.dialogs.length > 0) dialogs.value = [...dialogs.value, ...effects.dialogs];
  effects.toasts.forEach(showToast);
  if (effects.menus.length > 0) await reopenMenu();
}

/** Runs a menu item; each time that it asks, it runs again with one more answer. */
export async function runMenuItem(name: string): Promise<void> {
  const answers: string[] = [];
  for (;;) {
    const result = await act<MenuAnswer>('POST', `menu/${name}`, { answers, interactive: true });
    if (result.asks) {
      answers.push(await answerTo(result.asks));
      continue;
    }
    if (result.error) await tell(say('scriptError'), result.error.message);
    await showEffects(result.effects);
    return;
  }
}

/** What pages in frames tell the page around them. */
export function listenToFrames(closed: { sidebar(): void; dialog(): void }): void {
  window.addEventListener('message', (event: MessageEvent<{ emulator?: string; host?: string; effects?: Effects }>) => {
    const { emulator, host, effects } = event.data ?? {};
    if (emulator === 'close') closed[host === 'dialog' ? 'dialog' : 'sidebar']();
    if (emulator === 'effects' && effects) void showEffects(effects);
  });
}
