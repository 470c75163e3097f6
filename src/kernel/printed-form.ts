// A record as the form that it stands for on paper: who signed, when and how they were known, in words.
import { signatureBoxes, verdicts, type Decision } from './approval/decisions';
import { total } from './approval/approval';
import { amountInWords } from './amount-in-words';
import { labelOf } from './columns';
import { readHistory } from './history';
import type { Paper, PaperBox } from './paper';
import type { Register } from './register';
import { isEmpty, sameValue, text, type RecordRow, type Values } from './values';
import { say, type Language, type Words } from './words';

export interface PrintedBox {
  readonly title: string;
  /** Who, when, how; none where it is still to be signed. */
  readonly lines: readonly string[];
  /** Stroke paths, as the columns of signatures keep them. */
  readonly signature?: string;
}

export interface PrintedForm {
  readonly title: string;
  readonly number: string;
  readonly head: readonly { readonly label: string; readonly text: string; readonly wide?: true }[];
  readonly table?: {
    readonly headings: readonly { readonly label: string; readonly width: number; readonly isNumber?: true }[];
    readonly rows: readonly { readonly cells: readonly string[]; readonly struckOut?: true }[];
    readonly total?: { readonly label: string; readonly text: string };
  };
  readonly boxes: readonly PrintedBox[];
}

const words = {
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  total: { zh: '合计', en: 'Total' },
  inWords: { zh: '合计（大写）：{inWords}', en: 'Total' },
  inPlaceOf: { zh: '{by}（代 {other}）', en: '{by} (for {other})' },
  account: { zh: '账号确认', en: 'By account' },
  link: { zh: '邮件链接确认', en: 'By the link in an e-mail' },
  onPaper: {
    zh: '纸质签字，存放 {ref}（{who} {day} 登记）',
    en: 'Signed on paper, file {ref} (entered by {who}, {day})',
  },
  objected: { zh: '{day} 本人表示不是其所签', en: 'Disowned by the signer on {day}' },
  filed: { zh: '提交', en: 'Handed in' },
  filedOnline: { zh: '网页提交', en: 'Handed in on the web page' },
  typed: { zh: '在表格中填写', en: 'Typed into the tab' },
  filedBy: { zh: '{who} 代填', en: 'Entered by {who}' },
  comment: { zh: '意见：{comment}', en: 'Comment: {comment}' },
} satisfies Record<string, Words>;

const minute = (moment: string): string => moment.replace('T', ' ').slice(0, 16);

/** How the signer was known. */
function wayOf({ way, paper, at }: Decision, language: Language): string {
  if (!paper) return say(way === 'link' ? words.link : words.account, language);
  return say(words.onPaper, language, { ref: paper.ref, who: paper.enteredBy, day: at.slice(0, 10) });
}

function decided(decision: Decision, language: Language): readonly string[] {
  const { by, inPlaceOf, verdict, at, paper, comment, objectedAt } = decision;
  return [
    inPlaceOf ? say(words.inPlaceOf, language, { by, other: inPlaceOf }) : by,
    `${say(verdicts[verdict], language)} ${paper?.signedOn ?? minute(at)}`,
    wayOf(decision, language),
    comment ? say(words.comment, language, { comment }) : '',
    objectedAt ? say(words.objected, language, { day: objectedAt.slice(0, 10) }) : '',
  ].filter(Boolean);
}

const ways: Readonly<Record<string, Words>> = { link: words.filedOnline, typed: words.typed };

function handedIn(values: Values, column: string, language: Language): readonly string[] {
  const who = text(values[column]);
  const [first] = readHistory(values['history'] ?? null);
  const at = first?.at ?? text(values['recordedAt']);
  if (who === '' || at === '') return [];
  const recordedBy = text(values['recordedBy']);
  const byOther = recordedBy !== '' && recordedBy !== who;
  const how = byOther
    ? say(words.filedBy, language, { who: recordedBy })
    : say(ways[first?.who ?? ''] ?? words.filed, language);
  return [who, minute(at), how];
}

function boxOf(register: Register, box: PaperBox, lines: readonly RecordRow[], language: Language): PrintedBox {
  const [record] = lines as [RecordRow];
  const title = say(box.title, language);
  if ('step' in box) {
    const [signed] = signatureBoxes({ steps: [{ key: box.step, title: box.title }] }, record);
    return { title, lines: signed?.decision ? decided(signed.decision, language) : [] };
  }
  if ('filed' in box) return { title, lines: handedIn(record.values, box.filed, language) };
  const { values } = lines.find((line) => !isEmpty(line.values[box.when])) ?? record;
  if (isEmpty(values[box.when])) return { title, lines: [] };
  const shown = (key: string | undefined): string =>
    key === undefined ? '' : register.columns[key]!.show(values[key] ?? null, language);
  const signature = box.signature === undefined ? '' : text(values[box.signature]);
  return {
    title,
    lines: [shown(box.who), minute(shown(box.when)), shown(box.how)].filter(Boolean),
    ...(signature !== '' && { signature }),
  };
}

function totalOf(amount: number, language: Language): { label: string; text: string } {
  const inWords = amountInWords(amount, language);
  const label = inWords === undefined ? say(words.total, language) : say(words.inWords, language, { inWords });
  return { label, text: amount.toFixed(2) };
}

function tableOf(
  register: Register,
  paper: Paper,
  lines: readonly RecordRow[],
  language: Language,
): PrintedForm['table'] {
  const { linesWhile, amount, struckOut = {} } = paper;
  const isWhile = lines.some(({ values }) => linesWhile?.states.includes(text(values['state'])));
  const keys = isWhile ? linesWhile!.lines : paper.lines;
  if (!keys) return undefined;
  const isStruckOut = ({ values }: RecordRow): boolean =>
    Object.entries(struckOut).some(([key, those]) => those.some((one) => sameValue(one, values[key])));
  const costOf = (some: readonly RecordRow[]): number => total(some, amount!.price, amount!.quantity);
  const columns = keys.map((key) => ({ key, column: register.columns[key]! }));
  return {
    headings: [
      ...columns.map(({ column }) => ({
        label: labelOf(column, language),
        width: column.width,
        ...(['number', 'money'].includes(column.control.type) && { isNumber: true as const }),
      })),
      ...(amount ? [{ label: say(words.amount, language), width: 100, isNumber: true as const }] : []),
    ],
    rows: lines.map((line) => ({
      cells: [
        ...columns.map(({ key, column }) => column.show(line.values[key] ?? null, language)),
        ...(amount ? [isStruckOut(line) ? '' : costOf([line]).toFixed(2)] : []),
      ],
      ...(isStruckOut(line) && { struckOut: true as const }),
    })),
    ...(amount && { total: totalOf(costOf(lines.filter((line) => !isStruckOut(line))), language) }),
  };
}

function headOf(register: Register, paper: Paper, { values }: RecordRow, language: Language): PrintedForm['head'] {
  const filled = (paper.also ?? []).filter((key) => !isEmpty(values[key]));
  return [...paper.head, ...filled].map((key) => {
    const column = register.columns[key]!;
    return {
      label: labelOf(column, language),
      text: column.show(values[key] ?? null, language),
      ...(column.control.type === 'textarea' && { wide: true as const }),
    };
  });
}

/** `lines`: all of the form. Undefined where the register declares no paper. */
export function printedForm(
  register: Register,
  lines: readonly RecordRow[],
  language: Language,
): PrintedForm | undefined {
  const { paper } = register;
  const [record] = lines;
  if (!paper || !record) return undefined;
  const table = tableOf(register, paper, lines, language);
  return {
    title: say(register.title, language),
    number: record.no,
    head: headOf(register, paper, record, language),
    ...(table && { table }),
    boxes: paper.boxes.map((box) => boxOf(register, box, lines, language)),
  };
}
