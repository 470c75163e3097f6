// Filling in a form: main fields first, by keyboard alone, with a draft kept until the server has confirmed it.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { workbookNow } from '../clock';
import { underWay } from '../commands';
import { browserStore, type Row } from '../draft';
import { focusField, onFormKey } from '../fields/keyboard';
import { FieldRow } from '../fields/field';
import { defaultsOf, lineFieldKey, type Faults } from '../form-values';
import type { Form } from '../forms';
import { listed, t } from '../language';
import { Icon } from '../parts/icon';
import { Lines } from './entry-lines';
import { Suggestions, type Suggest } from './entry-suggestions';
import { useEntryDraft } from './entry-draft';
import { sendEntry, type SendRows } from './entry-send';

interface EntryFormProps<T> {
  readonly form: Form;
  /** Filled in from the record that this one continues. */
  readonly given: { readonly values: Row; readonly lines?: readonly Row[] } | undefined;
  /** Whose drafts these are. */
  readonly owner: string;
  readonly send: SendRows<T>;
  readonly onSaved: (value: T, changed: boolean) => void;
  readonly leave: () => void;
  /** What the button says; to save, unless told otherwise. */
  readonly label?: string;
  readonly suggest?: Suggest;
}

const noSuggestions: Suggest = () => ({ list: [], taken: () => undefined });

/** The key of the command that a form sends: while it is under way its button rests. */
export const entryKey = (register: string): string => 'create/' + register;

export function EntryForm<T>({
  form,
  given,
  owner,
  send,
  onSaved,
  leave,
  label,
  suggest = noSuggestions,
}: EntryFormProps<T>) {
  const root = useRef<HTMLFormElement>(null);
  const store = useMemo(browserStore, []);
  const start = useMemo(() => {
    const now = workbookNow();
    const head = defaultsOf(form.fields, form.fetchedAt, now);
    const line = defaultsOf(form.lines ?? [], form.fetchedAt, now);
    const lines = (given?.lines ?? [{}]).map((own) => ({ ...line, ...own }));
    return { values: { ...head, ...given?.values }, line, lines };
  }, [form]);
  const entry = useEntryDraft(store, form, start, given !== undefined, owner);
  const { values, lines, setValue, setLines } = entry;
  const [faults, setFaults] = useState<Faults>({});
  const [folded, setFolded] = useState(true);
  const suggestions = suggest(form, values);

  const busy = underWay.value.has(entryKey(form.register));
  const idOf = (place: string): string => 'entry-' + place;
  const main = form.fields.filter((field) => field.main);
  const others = form.fields.filter((field) => !field.main);
  const showOthers = !folded || main.length === 0;

  useEffect(() => focusField(root.current), []);

  const fail = (wrong: Faults) => {
    setFaults(wrong);
    if (others.some((field) => wrong[field.key] !== undefined)) setFolded(false);
    const inOrder = [
      ...[...main, ...others].map((field) => field.key),
      ...lines.flatMap((_, line) => (form.lines ?? []).map((field) => lineFieldKey(line, field.key))),
    ];
    const first = inOrder.find((place) => wrong[place] !== undefined);
    if (first !== undefined) requestAnimationFrame(() => focusField(root.current, idOf(first)));
  };

  const save = async () => {
    if (busy) return;
    setFaults({});
    const outcome = await sendEntry({ send, form, values, lines, untouched: start.line, entry });
    if (outcome?.saved !== undefined) onSaved(outcome.saved.value, outcome.saved.changed);
    else if (outcome?.faults !== undefined) fail(outcome.faults);
  };

  // On a page behind a link only a person's own hand may send: scanners of mail fill in and press what they find.
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    const suggestion = event.altKey ? suggestions.list[Number(event.key) - 1] : undefined;
    if (suggestion !== undefined) {
      event.preventDefault();
      takeOver(suggestion.values);
    } else onFormKey(event, root.current, { save: () => void save(), leave });
  };
  const takeOver = (known: Row) => {
    const next = { ...values, ...known };
    entry.setValues(next);
    suggestions.taken(next);
  };
  const change = (field: string) => (value: Row[string]) => {
    setValue(field, value);
    if (faults[field] !== undefined) setFaults(({ [field]: _, ...rest }) => rest);
  };
  const rowOf = (field: Form['fields'][number]) => (
    <FieldRow
      key={field.key}
      id={idOf(field.key)}
      field={field}
      value={values[field.key]}
      fault={faults[field.key]}
      onChange={change(field.key)}
    />
  );

  const wrongCount = Object.keys(faults).length;
  return (
    <form
      ref={root}
      class="entry"
      noValidate
      aria-label={form.title}
      aria-busy={busy}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      {entry.recalled && (
        <p class="draft-note">
          {t('draftBack')}{' '}
          <button type="button" class="link" onClick={entry.clear}>
            {t('clearDraft')}
          </button>
        </p>
      )}
      <div class="fields">{main.map(rowOf)}</div>
      {form.lines && (
        <Lines
          fields={form.lines}
          lines={lines}
          faults={faults}
          idOf={idOf}
          onChange={setLines}
          fresh={start.line}
          busy={busy}
        />
      )}
      {others.length > 0 && main.length > 0 && (
        <button type="button" class="fold" aria-expanded={showOthers} onClick={() => setFolded(!folded)}>
          <Icon name="down" /> {t(folded ? 'moreFields' : 'fewerFields')}
          <span class="quiet">{listed(others.map((field) => field.label))}</span>
        </button>
      )}
      {showOthers && <div class="fields">{others.map(rowOf)}</div>}
      <div class="sticky-foot">
        <Suggestions list={suggestions.list} take={takeOver} />
        {wrongCount > 0 && (
          <p class="fault" role="alert">
            <Icon name="error" size={14} />
            <span>{faults[''] ?? t('fieldsWrong', { n: wrongCount })}</span>
          </p>
        )}
        <button
          type="button"
          data-save
          class="main"
          aria-disabled={busy}
          aria-busy={busy}
          onClick={(event) => event.isTrusted && void save()}
        >
          {busy ? t('saving') : (label ?? t('save'))}
          {!busy && <kbd aria-hidden="true">{t('saveKeys')}</kbd>}
        </button>
      </div>
    </form>
  );
}
