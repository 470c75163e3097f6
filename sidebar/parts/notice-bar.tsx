// The bar that says what has just happened, at the top: the main action at the bottom stays free.
import { t } from '../language';
import { notice } from '../session';
import { Icon } from './icon';

export function NoticeBar() {
  const shown = notice.value;
  return (
    <div class="notice-place" aria-live="polite" role="status">
      {shown && (
        <div class={'notice notice-' + shown.tone}>
          <Icon name={shown.tone === 'good' ? 'check' : 'error'} />
          <p>{shown.text}</p>
          <button
            type="button"
            class="icon-button"
            aria-label={t('close')}
            onClick={() => {
              notice.value = undefined;
            }}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      )}
    </div>
  );
}
