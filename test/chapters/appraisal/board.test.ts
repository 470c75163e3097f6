import { board } from '../../../src/chapters/appraisal/board';
import type { RecordRow, Values } from '../../../src/kernel/values';
import { say } from '../../../src/kernel/words';
import { register } from '../../api/agency';
import { factsWith, recordOf } from '../world';

const section = (key: string) => board.find((one) => one.key === key)!;
const said = (chips: ReturnType<NonNullable<ReturnType<typeof section>['chips']>>) =>
  chips.map(({ words, values }) => say(words, 'zh', values));

const of = (key: string, values: Values): RecordRow => recordOf(register(key), { quarter: '2026Q3', ...values });
const appraisal = (values: Values): RecordRow => of('appraisals', { person: '王芳', assessor: '刘洋', ...values });
const round = (state: string, quarter = '2026Q3'): RecordRow => of('appraisal-rounds', { quarter, state });
const summary = of('self-summaries', { person: '王芳', state: 'asked', dueOn: '2026-10-08' });
const view = of('colleague-views', { about: '王芳', by: '李强', state: 'asked', dueOn: '2026-10-09' });

describe('8.3 a round on the board', () => {
  const rounds = section('appraisal-rounds');
  const starts = (all: readonly RecordRow[], now = '2026-10-09T09:30:00') =>
    rounds.starts!(all, factsWith({ as: '刘洋', now })).map(({ label, values }) => [label.en, values]);

  test('is to be opened after the quarter, for 45 days, when there is none yet', () => {
    expect(starts([])).toEqual([['Open the round of {quarter}', { quarter: '2026Q3' }]]);
    expect(starts([round('closed', '2026Q2')])).toHaveLength(1);
    expect(starts([round('open')])).toEqual([]);
    expect(starts([round('closed')])).toEqual([]);
    expect(starts([], '2026-11-15T09:00:00')).toHaveLength(1);
    expect(starts([], '2026-11-16T09:00:00')).toEqual([]);
  });

  test('is closed when nothing of its quarter is under way', () => {
    const other = of('appraisals', { quarter: '2026Q2', person: '王芳', state: 'following' });
    const running = [appraisal({ state: 'collecting' }), summary, view, other];
    const seen = (open: readonly RecordRow[]) => [
      ...said(rounds.chips!(round('open'), factsWith(), open)),
      rounds.next!(round('open'), factsWith(), open),
    ];
    expect(seen(running)).toEqual(['1 人未办结', '缺 2 份材料', undefined]);
    expect(seen([other])).toEqual(['全部办结', 'close']);
    expect([round('open'), round('closed')].map((one) => rounds.shows(one, factsWith()))).toEqual([true, false]);
  });
});

describe('8.4.3–8.5.1 an appraisal on the board', () => {
  const underWay = section('appraisal-under-way');
  test.each<[Values, string, string | undefined]>([
    [{ state: 'collecting', person: '李强' }, '材料已齐', 'startScoring'],
    [{ state: 'collecting' }, '缺 2 份材料', undefined],
    [{ state: 'scoring' }, '等考核人评分', undefined],
    [{ state: 'scoring', scoredAt: '2026-10-08T10:00' }, '已评分，待定稿', 'finalise'],
    [{ state: 'scoring', scoredAt: '2026-10-08T10:00', lacks: '沟通能力' }, '评分有缺', 'finalise'],
    [{ state: 'checking' }, '定稿核对中', undefined],
    [{ state: 'talk' }, '待面谈', 'talk'],
    [{ state: 'acknowledging', dueOn: '2026-10-16' }, '待本人确认', undefined],
    [{ state: 'acknowledging', dueOn: '2026-10-01' }, '本人逾期未回应', undefined],
    [{ state: 'objected', reviewer: '赵敏' }, '异议复核中', undefined],
    [{ state: 'objected' }, '请指定异议复核人', 'nameReviewer'],
    [{ state: 'outcome', grade: 'excellent' }, '待定结果', 'reward'],
    [{ state: 'outcome', grade: 'qualified' }, '待定结果', 'keepUp'],
    [{ state: 'outcome', grade: 'unqualified' }, '待定结果', 'improve'],
    [{ state: 'following', followUpOn: '2026-10-20' }, '2026-10-20 跟进', 'followUp'],
  ])('%j: %s', (values, chip, next) => {
    const record = appraisal(values);
    expect(said(underWay.chips!(record, factsWith(), [record, summary, view]))).toEqual([chip]);
    expect(underWay.next!(record, factsWith(), [record, summary, view])).toBe(next);
  });

  test('a follow-up that is due stands out; no points are told', () => {
    const record = appraisal({ state: 'following', followUpOn: '2026-10-09', total: 41, grade: 'unqualified' });
    expect(underWay.chips!(record, factsWith(), [])[0]!.tone).toBe('late');
    expect(underWay.detail!(record, factsWith())).toBe('2026Q3、刘洋');
  });
});

describe('8.4.1, 8.4.2 papers that are not in', () => {
  test('are HR’s to see, the overdue ones first', () => {
    const [summaries, views] = [section('appraisal-summaries'), section('appraisal-views')];
    expect(said(summaries.chips!(summary, factsWith()))).toEqual(['逾期 1 天']);
    expect(said(views.chips!(view, factsWith()))).toEqual(['2026-10-09 前']);
    expect(views.detail!(view, factsWith())).toBe('评价人：李强');
    expect(summaries.order!(summary) < views.order!(view)).toBe(true);
    for (const one of [summaries, views]) {
      expect(one.isFor!(factsWith({ as: '刘洋' }).actor, view, factsWith())).toBe(true);
      expect(one.isFor!(factsWith({ as: '赵敏' }).actor, view, factsWith())).toBe(false);
    }
    expect(views.shows({ ...view, values: { ...view.values, state: 'given' } }, factsWith())).toBe(false);
  });
});
