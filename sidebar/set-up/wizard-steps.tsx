// The steps of the wizard, each a few fields.
import type { Field } from '../../src/api/contract';
import type { Value } from '../../src/kernel/values';
import { languages } from '../languages';
import { FieldRow } from '../fields/field';
import { languageNames, t } from '../language';
import { Icon } from '../parts/icon';
import {
  emptyPerson,
  givenRoles,
  namedDepartments,
  roleWords,
  type WizardData,
  type WizardPerson,
} from './wizard-data';
import { s } from './words';

export interface StepProps {
  readonly data: WizardData;
  readonly change: (part: Partial<WizardData>) => void;
  /** What is wrong, by place. */
  readonly faults: Readonly<Record<string, string>>;
}

type Ask = Pick<Field, 'control' | 'label'> & Partial<Pick<Field, 'options' | 'help' | 'required'>>;

interface AskedProps {
  readonly place: string;
  readonly ask: Ask;
  readonly value: Value;
  readonly fault: string | undefined;
  readonly onChange: (value: Value) => void;
}

function Asked({ place, ask, value, fault, onChange }: AskedProps) {
  const field: Field = { key: place, required: false, main: true, ...ask };
  return <FieldRow id={'set-up-' + place} field={field} value={value} fault={fault} onChange={onChange} />;
}

const text = (value: Value): string => (typeof value === 'string' ? value : '');

export function AgencyStep({ data, change, faults }: StepProps) {
  const regions = ['mainland', 'hongkong', 'macau', 'taiwan'] as const;
  return (
    <div class="fields">
      <Asked
        place="agency"
        ask={{ control: 'text', label: s('agencyName'), help: s('agencyHint'), required: true }}
        value={data.agency}
        fault={faults['agency']}
        onChange={(value) => change({ agency: text(value) })}
      />
      <Asked
        place="region"
        ask={{
          control: 'choice',
          label: s('region'),
          required: true,
          options: regions.map((value) => ({ value, label: s(value) })),
        }}
        value={data.region}
        fault={undefined}
        onChange={(value) => value && change({ region: value as WizardData['region'] })}
      />
      <Asked
        place="language"
        ask={{
          control: 'choice',
          label: s('workbookLanguage'),
          required: true,
          options: languages.map((value) => ({ value, label: languageNames[value] })),
        }}
        value={data.language}
        fault={undefined}
        onChange={(value) => value && change({ language: value as WizardData['language'] })}
      />
      <Asked
        place="workbooks"
        ask={{
          control: 'choice',
          label: s('workbooks'),
          help: s('workbooksHint'),
          required: true,
          options: [
            { value: 'two', label: s('twoWorkbooks') },
            { value: 'one', label: s('oneWorkbook') },
          ],
        }}
        value={data.workbooks}
        fault={undefined}
        onChange={(value) => value && change({ workbooks: value as WizardData['workbooks'] })}
      />
    </div>
  );
}

export function DepartmentsStep({ data, change, faults }: StepProps) {
  const put = (index: number, name: string) => {
    const before = data.departments[index]!;
    change({
      departments: data.departments.map((other, at) => (at === index ? name : other)),
      people: data.people.map((person) =>
        before !== '' && person.department === before ? { ...person, department: name } : person,
      ),
    });
  };
  return (
    <>
      <p class="quiet">{s('departmentsHint')}</p>
      <div class="fields">
        {data.departments.map((name, index) => (
          <Asked
            key={index}
            place={'department-' + index}
            ask={{ control: 'text', label: s('departmentName', { n: index + 1 }) }}
            value={name}
            fault={faults['department-' + index]}
            onChange={(value) => put(index, text(value))}
          />
        ))}
      </div>
      <button type="button" class="plain" onClick={() => change({ departments: [...data.departments, ''] })}>
        <Icon name="plus" /> {s('addDepartment')}
      </button>
    </>
  );
}

export function PeopleStep({ data, change, faults }: StepProps) {
  const put = (index: number, part: Partial<WizardPerson>) =>
    change({ people: data.people.map((person, at) => (at === index ? { ...person, ...part } : person)) });
  const departments = namedDepartments(data).map((name) => ({ value: name, label: name }));
  return (
    <>
      <p class="quiet">{s('peopleHint')}</p>
      {data.people.map((person, index) => (
        <fieldset key={index} class="form-line">
          <legend>{person.name.trim() || s('personNo', { n: index + 1 })}</legend>
          {data.people.length > 1 && (
            <button
              type="button"
              class="icon-button remove"
              aria-label={s('remove', { name: person.name.trim() || s('personNo', { n: index + 1 }) })}
              onClick={() => change({ people: data.people.filter((_, at) => at !== index) })}
            >
              <Icon name="trash" />
            </button>
          )}
          <div class="fields">
            <Asked
              place={'name-' + index}
              ask={{ control: 'text', label: s('name') }}
              value={person.name}
              fault={faults['name-' + index]}
              onChange={(value) => put(index, { name: text(value) })}
            />
            <Asked
              place={'email-' + index}
              ask={{ control: 'email', label: s('email') }}
              value={person.email}
              fault={faults['email-' + index]}
              onChange={(value) => put(index, { email: text(value) })}
            />
            <Asked
              place={'departmentOf-' + index}
              ask={{ control: 'choice', label: s('department'), options: departments }}
              value={person.department}
              fault={faults['departmentOf-' + index]}
              onChange={(value) => put(index, { department: text(value) })}
            />
            <Asked
              place={'roles-' + index}
              ask={{
                control: 'choices',
                label: t('roles'),
                options: [...givenRoles, 'head' as const].map((role) => ({
                  value: role,
                  label: role === 'head' ? s('headOfDepartment') : s(roleWords[role]),
                })),
              }}
              value={[...person.roles, ...(person.head ? ['head'] : [])]}
              fault={faults['roles-' + index]}
              onChange={(value) => {
                const chosen = (value ?? []) as readonly string[];
                put(index, { roles: chosen.filter((role) => role !== 'head'), head: chosen.includes('head') });
              }}
            />
          </div>
        </fieldset>
      ))}
      <button type="button" class="plain" onClick={() => change({ people: [...data.people, emptyPerson] })}>
        <Icon name="plus" /> {s('addPerson')}
      </button>
    </>
  );
}

export function HoursStep({ data, change, faults }: StepProps) {
  const ask = (place: keyof WizardData['hours'], label: string) => (
    <Asked
      place={place}
      ask={{ control: 'time', label, required: true }}
      value={data.hours[place]}
      fault={faults[place]}
      onChange={(value) => change({ hours: { ...data.hours, [place]: text(value) } })}
    />
  );
  return (
    <>
      <p class="quiet">{s('hoursHint')}</p>
      <div class="fields">
        {ask('morningFrom', s('morning') + ' ' + s('startsAt'))}
        {ask('morningTo', s('morning') + ' ' + s('endsAt'))}
        {ask('afternoonFrom', s('afternoon') + ' ' + s('startsAt'))}
        {ask('afternoonTo', s('afternoon') + ' ' + s('endsAt'))}
      </div>
    </>
  );
}
