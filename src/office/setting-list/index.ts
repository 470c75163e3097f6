// Every setting of the product, in the order of the settings tab: each `[…]` of the policy and what the office decides.
import { agencySettings } from './agency';
import { appraisalGroups, appraisalSettings } from './appraisal';
import { attendanceGroups, attendanceSettings } from './attendance';
import { deskGroups, deskSettings } from './desk';
import { keepSettings } from './keep-times';
import type { Setting, SettingGroup } from './setting';

export const settingList: readonly Setting[] = [
  ...agencySettings,
  ...attendanceSettings,
  ...deskSettings,
  ...appraisalSettings,
  ...keepSettings,
];

export const settingGroups: readonly SettingGroup[] = [...attendanceGroups, ...deskGroups, ...appraisalGroups];

export type { Setting, SettingGroup, SettingValue } from './setting';
