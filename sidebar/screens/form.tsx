// The form of a register: fetched or at hand, with what was typed before, and what is shown once it is saved.
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../src/api/contract';
import { accentStyle } from '../accent';
import { command } from '../commands';
import type { Row } from '../draft';
import { fetchForm, formAtHand, type Form } from '../forms';
import { t } from '../language';
import { Skeleton, Trouble } from '../parts/trouble';
import { TopBar } from '../parts/top-bar';
import { back } from '../route';
import { committed, registerOf, session } from '../session';
import { EntryForm, entryKey } from './entry-form';
import { useSuggestions } from './entry-suggestions';
import { Saved, type SavedEntry } from './saved';

interface FormScreenProps {
  readonly register: string;
  /** Filled in from another record. */
  readonly values?: Row;
  readonly lines?: readonly Row[];
}

export function FormScreen({ register, values, lines }: FormScreenProps) {
  const [form, setForm] = useState<Form | undefined>(() => formAtHand(register));
  const [problem, setProblem] = useState<Problem>();
  const [saved, setSaved] = useState<SavedEntry>();
  /** Counts the entries made here: each begins with a form of its own. */
  const [turn, setTurn] = useState(0);
  const place = registerOf(register);

  const load = () => {
    setProblem(undefined);
    void fetchForm(register).then((answer) => (answer.ok ? setForm(answer.value) : setProblem(answer.error)));
  };
  useEffect(() => {
    if (form === undefined) load();
  }, [register]);

  const title = form?.title ?? place?.info.title ?? t('newEntry');
  return (
    <div class="screen" style={accentStyle(place?.colour)}>
      <TopBar title={title} focus={form === undefined} />
      {problem && <Trouble problem={problem} again={load} />}
      {form === undefined && problem === undefined && <Skeleton lines={6} />}
      {form !== undefined && saved === undefined && (
        <EntryForm
          key={turn}
          form={form}
          given={turn === 0 && values ? { values, ...(lines && { lines }) } : undefined}
          owner={session.value?.user.email ?? ''}
          send={async (rows, requestId) => {
            const answer = await command(entryKey(register), 'create', { register, rows }, requestId);
            if (answer?.ok) committed(answer.value);
            return answer;
          }}
          onSaved={({ records }, changed) => setSaved({ form, records, changed })}
          leave={back}
          suggest={useSuggestions}
        />
      )}
      {saved !== undefined && (
        <Saved
          entry={saved}
          another={() => {
            setSaved(undefined);
            setTurn(turn + 1);
          }}
        />
      )}
    </div>
  );
}
