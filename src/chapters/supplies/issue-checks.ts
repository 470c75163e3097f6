// 8.2 on 3.1.2 and 3.1.3: goods go out against an approved request, not more than approved, and are signed for.
import { isAsApproved } from '../../kernel/approval';
import type { IndicatorGiven } from '../../kernel/indicator';
import { isEmpty, text, type RecordRow } from '../../kernel/values';
import { dayIn, isDuring, isOwn, type Check, type Rule } from './compliance';
import { issues } from './issues.register';
import { requisitionApproval } from './requisition-approval';
import { requisitions } from './requisitions.register';
import { numberIn } from './rules';

/** Lines that the person has handed out; what was put right altogether was not handed out after all. */
const handedOut = (given: IndicatorGiven): readonly RecordRow[] =>
  given
    .records(issues)
    .filter(
      ({ values }) =>
        isOwn(values, 'issuedBy', given) &&
        isDuring(dayIn(values, 'issuedAt'), given) &&
        values['state'] !== 'reversed',
    );

const lineOf = ({ values }: RecordRow, { records }: IndicatorGiven): RecordRow | undefined =>
  records(requisitions).find(({ no, line }) => no === values['requisition'] && line === values['requisitionLine']);

/**
 * Evidence: the line of the requisition that the issue names, still word for word what was approved in the end
 * (`approvedContent`). An issue that names none has no request behind it; one older than what is read is not looked at.
 */
export const approvedFirst: Rule = {
  article: '3.1.2',
  words: { zh: '凭批准的申请发放', en: 'issued against an approved request' },
  checks: (given) =>
    handedOut(given).flatMap((record): readonly Check[] => {
      if (isEmpty(record.values['requisition'])) return [{ record, passed: false }];
      const request = lineOf(record, given);
      return request ? [{ record, passed: isAsApproved(requisitionApproval, request) }] : [];
    }),
};

const out = ({ values }: RecordRow): number => numberIn(values, 'quantity') - numberIn(values, 'correctedQuantity');

/** Evidence: what all issues up to this one handed out of the line, less what was corrected, and `approvedQuantity`. */
export const notMore: Rule = {
  article: '3.1.2',
  words: { zh: '不超过批准数量', en: 'not more than approved' },
  checks: (given) =>
    handedOut(given).flatMap((record): readonly Check[] => {
      const request = lineOf(record, given);
      if (!request || isEmpty(request.values['approvedQuantity'])) return [];
      const sum = given
        .records(issues)
        .filter(({ values }) => values['requisition'] === request.no && values['requisitionLine'] === request.line)
        .filter(({ values }) => text(values['issuedAt']) <= text(record.values['issuedAt']))
        .reduce((all, one) => all + out(one), 0);
      return [{ record, passed: sum <= numberIn(request.values, 'approvedQuantity') }];
    }),
};

/**
 * Evidence, once a form: it is signed (`signedAt`), or the e-mail that goes out with every issue had somebody to go to:
 * `recipient` names a person with an address.
 */
export const signatureAsked: Rule = {
  article: '3.1.3',
  words: { zh: '发放时请领取人签收', en: 'signature asked for at issue' },
  checks: (given) =>
    handedOut(given)
      .filter(({ no }, index, all) => all.findIndex((one) => one.no === no) === index)
      .map((record) => {
        const recipient = given.facts.directory.person(text(record.values['recipient']));
        return { record, passed: !isEmpty(record.values['signedAt']) || (recipient?.email ?? '') !== '' };
      }),
};
