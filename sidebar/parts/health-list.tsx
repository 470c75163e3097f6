// The checks of the installation: a sign, a word and, where something is wrong, what to do.
import type { HealthCheck } from '../../src/api/contract';
import { t } from '../language';
import { Icon } from './icon';

const signs = { ok: 'check', warning: 'warning', error: 'error' } as const;
const sayings = { ok: 'healthOk', warning: 'healthWarning', error: 'healthError' } as const;
const order = { error: 0, warning: 1, ok: 2 } as const;

export function HealthList({ checks }: { checks: readonly HealthCheck[] }) {
  const errors = checks.filter((check) => check.status === 'error').length;
  const warnings = checks.filter((check) => check.status === 'warning').length;
  return (
    <>
      <p class="health-sum" role="status">
        {errors + warnings === 0 ? t('healthAllOk') : t('healthCount', { errors, warnings })}
      </p>
      <ul class="health">
        {[...checks]
          .sort((a, b) => order[a.status] - order[b.status])
          .map((check) => (
            <li key={check.key} class={'health-' + check.status}>
              <p class="health-head">
                <Icon name={signs[check.status]} />
                <strong>{check.title}</strong>
                <span class="health-word">{t(sayings[check.status])}</span>
              </p>
              <p class="quiet">{check.text}</p>
              {check.action && (
                <p>
                  {t('whatToDo')}
                  {check.action}
                </p>
              )}
            </li>
          ))}
      </ul>
    </>
  );
}
