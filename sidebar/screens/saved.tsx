// After saving: the number, what the desk should know now, and where to go on.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Calls, RecordView } from '../../src/api/contract';
import { t } from '../language';
import { Banner } from '../parts/trouble';
import { Icon } from '../parts/icon';
import { goHome, goInstead } from '../route';
import { ask } from '../server';
import type { Form } from '../forms';

export interface SavedEntry {
  readonly form: Form;
  readonly records: Calls['create']['value']['records'];
  /** Something else had been typed after the content that was saved. */
  readonly changed: boolean;
}

export function Saved({ entry, another }: { entry: SavedEntry; another: () => void }) {
  const first = entry.records[0];
  const numbers = [...new Set(entry.records.map((record) => record.no))];
  const button = useRef<HTMLButtonElement>(null);
  const [view, setView] = useState<RecordView>();
  useEffect(() => {
    button.current?.focus();
    if (first === undefined || numbers.length > 1) return;
    void ask('record', { register: entry.form.register, no: first.no, row: first.row }).then((answer) => {
      if (answer.ok) setView(answer.value);
    });
  }, []);
  const open = () =>
    first && goInstead({ screen: 'record', register: entry.form.register, no: first.no, row: first.row });
  return (
    <div class="saved">
      <p class="saved-line" role="status">
        <Icon name="check" size={20} />
        <strong>{first === undefined ? t('saved') : t('savedNumber', { no: first.no })}</strong>
        {numbers.length > 1 && <span class="quiet">{t('savedSeveral', { n: numbers.length })}</span>}
      </p>
      {entry.changed && (
        <Banner tone="warning">
          <p>{t('savedEarlier')}</p>
        </Banner>
      )}
      <div class="steps">
        <button ref={button} type="button" class="main" onClick={another}>
          {t('another')}
        </button>
        {first !== undefined && (
          <button type="button" class="plain" onClick={open}>
            {t('openRecord')}
          </button>
        )}
        <button type="button" class="plain" onClick={() => goHome()}>
          {t('backToToday')}
        </button>
      </div>
      <div class="saved-notes" aria-live="polite">
        {view?.notes.map((text) => (
          <Banner key={text} tone="info">
            <p>{text}</p>
          </Banner>
        ))}
      </div>
    </div>
  );
}
