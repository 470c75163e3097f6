// The sidebar beside the workbook: where it begins, what frames every screen, and which screen is shown.
import { render } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { readBoot, type Boot } from './boot';
import { drawnBy } from './cell';
import { setLanguage, t } from './language';
import { MoreMenu } from './parts/more-menu';
import { NoticeBar } from './parts/notice-bar';
import { OnDuty } from './parts/on-duty';
import { Banner, Skeleton, Trouble } from './parts/trouble';
import { back, canGoBack, go, goHome, goInstead, routeNow, scrollOf, type Route } from './route';
import { loadBoard } from './screens/board';
import { Find } from './screens/find';
import { FormScreen } from './screens/form';
import { Health } from './screens/health';
import { New } from './screens/new';
import { Print } from './screens/print';
import { RecordScreen } from './screens/record';
import { Reports } from './screens/reports';
import { Today } from './screens/today';
import { loadSession, session, sessionProblem } from './session';

const tabs = [
  { screen: 'today', word: 'today' },
  { screen: 'new', word: 'newEntry' },
  { screen: 'find', word: 'find' },
] as const;

/** Which of the main screens a screen belongs to. */
const tabOf = (at: Route): string => (at.screen === 'form' ? 'new' : at.screen);

function Screen({ at }: { at: Route }) {
  if (at.screen === 'new') return <New />;
  if (at.screen === 'form') return <FormScreen key={at.register} {...at} />;
  if (at.screen === 'find') return <Find register={at.register} />;
  if (at.screen === 'record') return <RecordScreen key={at.register + at.no} {...at} />;
  if (at.screen === 'print') return <Print {...at} />;
  if (at.screen === 'reports') return <Reports wanted={at.report} />;
  if (at.screen === 'health') return <Health />;
  return <Today />;
}

function NotSetUp() {
  const mayRun = session.value?.setUp.mayRun ?? false;
  return (
    <Banner tone="warning">
      <p>{t('setUpNeeded')}</p>
      <p>{t(mayRun ? 'setUpFromMenu' : 'setUpAskOthers')}</p>
    </Banner>
  );
}

function Sidebar() {
  const at = routeNow();
  const ready = session.value !== undefined;
  const setUp = session.value?.setUp.done ?? true;
  useLayoutEffect(() => {
    const main = document.getElementById('main');
    if (main !== null) main.scrollTop = scrollOf();
  }, [at]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing && canGoBack()) back();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div class="sidebar">
      <nav class="tabs" aria-label={t('frontDesk')}>
        {tabs.map((tab) => (
          <button
            key={tab.screen}
            type="button"
            class="tab"
            aria-current={tabOf(at) === tab.screen ? 'page' : undefined}
            onClick={() => goHome({ screen: tab.screen })}
          >
            {t(tab.word)}
          </button>
        ))}
        <MoreMenu />
      </nav>
      {setUp && <OnDuty />}
      <main id="main">
        {sessionProblem.value && <Trouble problem={sessionProblem.value} again={() => void loadSession()} />}
        {session.value?.warnings.map((text) => (
          <Banner key={text} tone="warning">
            <p>{text}</p>
          </Banner>
        ))}
        {ready && !setUp && <NotSetUp />}
        {ready && (setUp || at.screen === 'health') && <Screen key={session.value?.language} at={at} />}
        {!ready && sessionProblem.value === undefined && <Skeleton lines={7} />}
      </main>
      <NoticeBar />
    </div>
  );
}

function firstRoute(boot: Boot): Route {
  const { screen, register, no, row, what = 'here' } = boot;
  if (register !== undefined && no !== undefined)
    return { screen: 'record', register, no, ...(row !== undefined && { row }) };
  if (screen === 'new' && register !== undefined) return { screen: 'form', register };
  if (screen === 'find') return { screen: 'find', ...(register !== undefined && { register }) };
  if (screen === 'print') return { screen: 'print', register: register ?? 'visits', what };
  if (screen === 'reports') return { screen, ...(boot.what !== undefined && { report: boot.what }) };
  if (screen === 'new' || screen === 'health') return { screen };
  return { screen: 'today' };
}

const boot = readBoot();
setLanguage(boot.language ?? 'zh');
document.title = t('frontDesk');
document.body.className = 'in-sidebar';
const first = firstRoute(boot);
if (['today', 'new', 'find'].includes(first.screen)) goInstead(first);
else go(first);
const draw = () => render(<Sidebar />, document.getElementById('app')!);
drawnBy(draw);
draw();
void loadSession();
if (first.screen === 'today') void loadBoard();
