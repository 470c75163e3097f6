// 8.5.2: what the result proposes for training and development. Names no points: the proposal may be passed on.
import { isEmpty, type Values } from '../../kernel/values';
import { list, say, type Language, type Words } from '../../kernel/words';
import { indicatorList, type AppraisalIndicator } from './indicator-list';
import type { IndicatorKey } from '../../kernel/indicator';

/** Areas of the training plan, by what is weak. */
const areas: Readonly<Record<IndicatorKey, { readonly area: string; readonly topic: Words }>> = {
  satisfaction: { area: 'reception', topic: { zh: '接待礼仪与服务', en: 'Reception and service' } },
  phone: { area: 'reception', topic: { zh: '电话接听与转接', en: 'Answering and transferring calls' } },
  mail: { area: 'agency', topic: { zh: '邮件快递收发规范', en: 'Mail and courier rules' } },
  supplies: { area: 'agency', topic: { zh: '办公用品管理规范', en: 'Supplies rules' } },
  knowledge: { area: 'agency', topic: { zh: '机构业务与前台知识', en: 'The agency’s field and front-desk knowledge' } },
  communication: { area: 'communication', topic: { zh: '沟通技巧', en: 'Communication' } },
  problemSolving: { area: 'communication', topic: { zh: '突发情况处理', en: 'Handling incidents' } },
  responsibility: { area: 'other', topic: { zh: '工作责任与时间管理', en: 'Responsibility and time management' } },
  initiative: { area: 'other', topic: { zh: '主动服务', en: 'Initiative' } },
  teamwork: { area: 'other', topic: { zh: '团队协作', en: 'Teamwork' } },
};

/** Indicators in the last band. */
export const weakOf = (values: Values): readonly AppraisalIndicator[] =>
  indicatorList.filter(({ key, bands }) => typeof values[key] === 'number' && values[key] <= bands[2].to);

export const isTrainingProposed = (values: Values): boolean =>
  values['grade'] === 'unqualified' || weakOf(values).length > 0;

const proposed: Words = { zh: '建议培训：{topics}', en: 'Training proposed: {topics}' };
const allRound: Words = { zh: '前台岗位综合能力', en: 'Front-desk skills all round' };

const topicsOf = (values: Values): readonly Words[] => {
  const weak = weakOf(values).map(({ key }) => areas[key].topic);
  return weak.length > 0 ? weak : [allRound];
};

/** What HR wrote stays. */
export function development(values: Values, language: Language): string | null {
  if (!isEmpty(values['development'])) return String(values['development']);
  const topics = topicsOf(values).map((topic) => say(topic, language));
  return isTrainingProposed(values) ? say(proposed, language, { topics: list(topics, language) }) : null;
}

/** What a training of the plan begins with: nothing of whom it is for. */
export function trainingFor(values: Values, language: Language): Values {
  const [weak] = weakOf(values);
  return { topic: say(topicsOf(values)[0]!, language), area: weak ? areas[weak.key].area : 'other' };
}
