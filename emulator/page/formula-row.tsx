// Above the grid: which cells are selected, what was entered in the first, whether it is locked, and acts on rows and columns.
import { a1 } from './a1';
import { act } from './ask';
import { tellLocked } from './editing';
import { chosenBook, chosenTab } from './office';
import { Popover } from './popover';
import { selected, type Selected } from './selection';
import { attempt } from './telling';
import { say, type Word } from './words';

interface SheetAct {
  word: Word;
  name: string;
  input(at: Selected): object;
  possible?(at: Selected): boolean;
}

const rows = ({ startRow, endRow }: Selected) => endRow - startRow;

export const sheetActs: readonly (SheetAct | 'line')[] = [
  { word: 'sortAscending', name: 'sort', input: (at) => ({ column: at.startColumn, ascending: true }) },
  { word: 'sortDescending', name: 'sort', input: (at) => ({ column: at.startColumn, ascending: false }) },
  'line',
  {
    word: 'moveLeft',
    name: 'moveColumn',
    input: (at) => ({ from: at.startColumn, to: at.startColumn - 1 }),
    possible: (at) => at.startColumn > 0,
  },
  { word: 'moveRight', name: 'moveColumn', input: (at) => ({ from: at.startColumn, to: at.startColumn + 1 }) },
  'line',
  { word: 'insertAbove', name: 'insertRows', input: (at) => ({ at: at.startRow, count: 1 }) },
  { word: 'insertBelow', name: 'insertRows', input: (at) => ({ at: at.endRow, count: 1 }) },
  {
    word: 'deleteRow',
    name: 'deleteRows',
    input: (at) => ({ at: at.startRow, count: rows(at) }),
    possible: (at) => rows(at) === 1,
  },
  {
    word: 'deleteRows',
    name: 'deleteRows',
    input: (at) => ({ at: at.startRow, count: rows(at) }),
    possible: (at) => rows(at) > 1,
  },
];

export function SheetActs({ at, close }: { at: Selected; close: () => void }) {
  const carryOut = ({ name, input }: SheetAct) => {
    close();
    if (at.protection && !at.protection.mayEdit && name !== 'sort') return void tellLocked();
    void attempt(() => act('POST', `workbooks/${at.book}/sheets/${at.sheet}/${name}`, input(at)));
  };
  return (
    <>
      {sheetActs.map((one, index) => {
        if (one === 'line') return <hr key={index} />;
        if (one.possible?.(at) === false) return null;
        return (
          <button key={one.word} type="button" role="menuitem" class="menu-item" onClick={() => carryOut(one)}>
            {say(one.word)}
          </button>
        );
      })}
    </>
  );
}

function Lock({ at: { protection } }: { at: Selected }) {
  if (!protection) return null;
  const text = protection.mayEdit ? say('systemFills') : say('locked');
  return (
    <span class={protection.mayEdit ? 'lock soft' : 'lock'} title={protection.description}>
      {text}
    </span>
  );
}

export function FormulaRow() {
  const now = selected.value;
  const at = now?.book === chosenBook.value && now.sheet === chosenTab.value ? now : undefined;
  const { text = '', entered = text, note } = at?.cell ?? {};
  return (
    <div class="formula-row">
      <output class="name-box" aria-label={say('nameBox')}>
        {at ? a1(at) : ''}
      </output>
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <output class="entered" aria-label={say('formulaBar')} dir="auto">
        {entered}
      </output>
      {note && (
        <span class="cell-note" title={note}>
          {say('note')}：{note}
        </span>
      )}
      {at && <Lock at={at} />}
      {at && (
        <Popover label="⋯" title={say('rowsAndColumns')} class="icon-button" align="end" role="menu">
          {(close) => <SheetActs at={at} close={close} />}
        </Popover>
      )}
    </div>
  );
}
