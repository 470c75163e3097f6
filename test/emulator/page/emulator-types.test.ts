// The page writes down for itself what the emulator answers: here the two are held together by the compiler.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GridWindow, SheetChart, ShownEffects, WorkbookView } from '../../../emulator/http';
import type * as Page from '../../../emulator/page/emulator-types';
import type { CallLog, Mail, Person } from '../../../emulator/runtime';

type Fits<Served extends Seen, Seen> = Served;
export type Held = [
  Fits<GridWindow, Page.GridWindow>,
  Fits<SheetChart, Page.SheetChart>,
  Fits<WorkbookView, Page.WorkbookView>,
  Fits<ShownEffects, Page.Effects>,
  Fits<Mail, Page.Mail>,
  Fits<CallLog, Page.CallLog>,
  Fits<Person, Page.Person>,
];

test('every path that the page asks for is one that the emulator has', () => {
  const house = join(__dirname, '../../..');
  const read = (path: string) => readFileSync(join(house, path), 'utf8');
  const routes = ['emulator-routes', 'workbook-routes'].map((name) => read(`emulator/http/${name}.ts`)).join('\n');
  const files = [
    'office',
    'clock-box',
    'calls-box',
    'faults-box',
    'web-panel',
    'sheet-rows',
    'chart-layer',
    'script-menu',
    'editing',
    'frame',
  ];
  const asked = files
    .map((name) => read(`emulator/page/${name}.ts${/box|panel|frame/.test(name) ? 'x' : ''}`))
    .flatMap((source) => [...source.matchAll(/(?:look|act|mention)(?:<.+?>)?\((?:'[A-Z]+', )?['`](\w+)/g)])
    .map(([, path]) => path!);
  expect(new Set(asked).size).toBeGreaterThan(8);
  expect(asked.filter((path) => !routes.includes(`'/${path}`))).toEqual([]);
});
