// The checks: after set-up, and for everybody who may not run it.
import type { HealthCheck } from '../../src/api/contract';
import { useAnswer } from '../answers';
import { HealthList } from '../parts/health-list';
import { TopBar } from '../parts/top-bar';
import { Banner, Skeleton, Trouble } from '../parts/trouble';
import { s } from './words';

export function Done({ checks }: { checks: readonly HealthCheck[] }) {
  return (
    <div class="screen">
      <TopBar title={s('setUpDone')} onBack={null} />
      <HealthList checks={checks} />
      <Banner tone="good">
        <p>{s('nextStep')}</p>
      </Banner>
    </div>
  );
}

export function Checks() {
  const { value, problem, again } = useAnswer('health', {});
  return (
    <div class="screen">
      <TopBar title={s('title')} onBack={null} />
      <Banner tone="info">
        <p>{s('onlyOffice')}</p>
      </Banner>
      {problem && <Trouble problem={problem} again={again} />}
      {value === undefined && problem === undefined && <Skeleton lines={5} />}
      {value && <HealthList checks={value.checks} />}
    </div>
  );
}
