// Whether everything is in order: triggers, mail, web app, tabs.
import { useAnswer } from '../answers';
import { t } from '../language';
import { HealthList } from '../parts/health-list';
import { Icon } from '../parts/icon';
import { TopBar } from '../parts/top-bar';
import { Skeleton, Trouble } from '../parts/trouble';

export function Health() {
  const { value, problem, loading, again } = useAnswer('health', {});
  return (
    <div class="screen" aria-busy={loading}>
      <TopBar title={t('health')}>
        <button
          type="button"
          class="icon-button"
          aria-label={t('refresh')}
          title={t('refresh')}
          disabled={loading}
          onClick={again}
        >
          <Icon name="refresh" />
        </button>
      </TopBar>
      {problem && <Trouble problem={problem} again={again} />}
      {value === undefined && problem === undefined && <Skeleton lines={5} />}
      {value && <HealthList checks={value.checks} />}
    </div>
  );
}
