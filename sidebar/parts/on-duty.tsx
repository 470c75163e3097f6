// For a login that several people share: who is at the desk now.
import { useState } from 'preact/hooks';
import { t } from '../language';
import { loadSession, session, tell } from '../session';

export function OnDuty() {
  const [busy, setBusy] = useState(false);
  const onDuty = session.value?.onDuty;
  if (onDuty === undefined || !onDuty.shared) return null;
  const choose = async (staffNo: string) => {
    setBusy(true);
    const done = await loadSession({ onDuty: staffNo });
    setBusy(false);
    const name = onDuty.candidates.find((person) => person.value === staffNo)?.label ?? '';
    if (done) tell('good', t('onDutySet', { name }));
  };
  return (
    <section class={onDuty.person === '' ? 'on-duty missing' : 'on-duty'} aria-label={t('onDuty')}>
      <label for="on-duty">{t('onDuty')}</label>
      <select
        id="on-duty"
        value={onDuty.person}
        disabled={busy}
        onChange={(event) => void choose(event.currentTarget.value)}
      >
        {onDuty.person === '' && <option value="">{t('onDutyChoose')}</option>}
        {onDuty.candidates.map((person) => (
          <option key={person.value} value={person.value}>
            {person.label}
          </option>
        ))}
      </select>
    </section>
  );
}
