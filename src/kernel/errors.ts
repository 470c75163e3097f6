// The ways in which a command may end without doing what was asked. Anything else that is thrown is a bug.
import type { Said, Words } from './words';

export type ErrorCode =
  'refused' | 'invalid' | 'outOfDate' | 'busy' | 'misconfigured' | 'notAllowed' | 'notFound' | 'internal';

/** A sentence with the values to put into it. */
export interface Sentence {
  readonly words: Words;
  readonly values?: Readonly<Record<string, Said>>;
}

export abstract class KnownError extends Error {
  abstract readonly code: ErrorCode;
  constructor(
    readonly sentence: Sentence,
    readonly article?: string,
  ) {
    super(sentence.words.en);
    this.name = new.target.name;
  }
}

/** The policy says no; shown as written, with its article. `instead`: the transition that the clock takes instead. */
export class Refusal extends KnownError {
  readonly code = 'refused' as const;
  constructor(
    sentence: Sentence,
    article?: string,
    readonly instead?: string,
  ) {
    super(sentence, article);
  }
}

/** What was typed is wrong or missing. `fields`: column key (or `row.key` for the n-th row of several) → what is wrong. */
export class InvalidEntry extends KnownError {
  readonly code = 'invalid' as const;
  constructor(readonly fields: Readonly<Record<string, Sentence>>) {
    super({ words: { zh: '请检查标出的栏目。', en: 'Please look at the fields marked below.' } });
  }
}

/** Somebody else was faster, or the record has changed since the person saw it. */
export class OutOfDate extends KnownError {
  readonly code = 'outOfDate' as const;
}

/** Another command holds the workbook; nothing was written. */
export class Busy extends KnownError {
  readonly code = 'busy' as const;
  constructor() {
    super({
      words: {
        zh: '另一项操作正在保存，请过几秒再试一次。您填写的内容还在。',
        en: 'Another entry is being saved. Please try again in a few seconds; nothing you typed is lost.',
      },
    });
  }
}

/** The installation is not in order; the sentence says what to do and where. */
export class Misconfigured extends KnownError {
  readonly code = 'misconfigured' as const;
}

export class NotAllowed extends KnownError {
  readonly code = 'notAllowed' as const;
  constructor(
    sentence: Sentence = {
      words: { zh: '您没有办理这项操作的权限。', en: 'You may not do this.' },
    },
    article?: string,
  ) {
    super(sentence, article);
  }
}

export class NotFound extends KnownError {
  readonly code = 'notFound' as const;
  constructor(sentence: Sentence = { words: { zh: '找不到这条记录。', en: 'There is no such record.' } }) {
    super(sentence);
  }
}
