// The last step: everything that was typed, with a way back to each part.
import { languageNames, listed, t } from '../language';
import { session } from '../session';
import { namedDepartments, namedPeople, roleWords, type WizardData, type WizardPerson } from './wizard-data';

const rolesOf = (person: WizardPerson): string =>
  listed(
    [...person.roles, ...(person.head ? ['head'] : [])].map((role) => t(roleWords[role as keyof typeof roleWords])),
  ) || t('roleStaff');

export function ReviewStep({ data, edit }: { data: WizardData; edit: (step: number) => void }) {
  const parts = [
    {
      title: t('stepAgency'),
      texts: [
        data.agency,
        t(data.region) + ' · ' + languageNames[data.language],
        t(data.workbooks === 'two' ? 'twoWorkbooks' : 'oneWorkbook'),
      ],
    },
    { title: t('stepDepartments'), texts: [listed(namedDepartments(data))] },
    {
      title: t('stepPeople'),
      texts: namedPeople(data).map((person) => [person.name, person.department, rolesOf(person)].join(' · ')),
    },
    {
      title: t('stepHours'),
      texts: [
        data.hours.morningFrom + '–' + data.hours.morningTo,
        data.hours.afternoonFrom + '–' + data.hours.afternoonTo,
      ],
    },
  ];
  return (
    <>
      <dl class="review">
        {parts.map((part, index) => (
          <div key={part.title}>
            <dt>
              {part.title}
              <button
                type="button"
                class="link"
                aria-label={t('about', { what: t('edit'), whom: part.title })}
                onClick={() => edit(index)}
              >
                {t('edit')}
              </button>
            </dt>
            {part.texts.map((text, at) => (
              <dd key={at}>{text}</dd>
            ))}
          </div>
        ))}
      </dl>
      <dl class="review">
        <div>
          <dt>{t('officeAccount')}</dt>
          <dd>{session.value?.user.email}</dd>
          <dd class="quiet">{t('officeAccountHint')}</dd>
        </div>
      </dl>
      <p class="quiet">{t('reviewHint')}</p>
    </>
  );
}
