// The last step: everything that was typed, with a way back to each part.
import { languageNames, listed, t } from '../language';
import { session } from '../session';
import { namedDepartments, namedPeople, roleWords, type WizardData, type WizardPerson } from './wizard-data';
import { s } from './words';

const rolesOf = (person: WizardPerson): string =>
  listed(
    [...person.roles, ...(person.head ? ['head'] : [])].map((role) => s(roleWords[role as keyof typeof roleWords])),
  ) || s('roleStaff');

export function ReviewStep({ data, edit }: { data: WizardData; edit: (step: number) => void }) {
  const parts = [
    {
      title: s('stepAgency'),
      texts: [
        data.agency,
        s(data.region) + ' · ' + languageNames[data.language],
        s(data.workbooks === 'two' ? 'twoWorkbooks' : 'oneWorkbook'),
      ],
    },
    { title: s('stepDepartments'), texts: [listed(namedDepartments(data))] },
    {
      title: s('stepPeople'),
      texts: namedPeople(data).map((person) => [person.name, person.department, rolesOf(person)].join(' · ')),
    },
    {
      title: s('stepHours'),
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
                aria-label={t('about', { what: s('edit'), whom: part.title })}
                onClick={() => edit(index)}
              >
                {s('edit')}
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
          <dt>{s('officeAccount')}</dt>
          <dd>{session.value?.user.email}</dd>
          <dd class="quiet">{s('officeAccountHint')}</dd>
        </div>
      </dl>
      <p class="quiet">{s('reviewHint')}</p>
    </>
  );
}
