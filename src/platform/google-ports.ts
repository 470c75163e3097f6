// The kernel's ports over Google's services. Nothing is touched before it is asked for.
import { Misconfigured } from '../kernel/errors';
import type { Properties } from '../kernel/ports-installation';
import type { Clock, Digest, Hints, Lock, Mailer, Ports, Random, Signer } from '../kernel/ports';
import type { WorkbookKey } from '../kernel/register';
import { hexOf, webSafe } from './bytes';
import type { SheetsService } from './sheets-service';
import { sheetsTables } from './sheets-tables';

/** The advanced service's types leave out the options that its methods take. */
export const sheetsService = (): SheetsService => Sheets as unknown as SheetsService;

const noWorkbook = {
  words: {
    zh: '还没有安装。请由系统账号在菜单“前台 → 安装 / 检查”中安装。',
    en: 'Set-up has not been run. The office account runs it from the menu Front desk → Set up / check.',
  },
};

/** The id of a workbook: as set-up has stored it. */
export function workbookId(properties: Properties, workbook: WorkbookKey): string {
  const id = properties.get(`workbook.${workbook}`);
  if (!id) throw new Misconfigured(noWorkbook);
  return id;
}

/** Where people open it. */
export const workbookAddress = (properties: Properties, workbook: WorkbookKey): string =>
  SpreadsheetApp.openById(workbookId(properties, workbook)).getUrl();

function scriptLock(): Lock {
  let lock: GoogleAppsScript.Lock.Lock | undefined;
  return {
    acquire(ms) {
      lock ??= LockService.getScriptLock();
      return lock.tryLock(ms);
    },
    release() {
      lock?.releaseLock();
    },
  };
}

/** The longest that the cache keeps anything. */
const sixHours = 21_600;

/** A cache that fails is as good as an empty one: what was committed stays committed. */
function cachedHints(properties: Properties): Hints {
  const key = (): string => `hints.${properties.get('workbook.desk') ?? ''}`;
  return {
    get() {
      try {
        const text = CacheService.getScriptCache()?.get(key());
        return text ? (JSON.parse(text) as Record<string, number>) : {};
      } catch {
        return {};
      }
    },
    put(hints) {
      try {
        CacheService.getScriptCache()?.put(key(), JSON.stringify(hints), sixHours);
      } catch {
        // The next command looks for itself.
      }
    },
  };
}

export const zoneOf = (properties: Properties): string => properties.get('zone') ?? Session.getScriptTimeZone();

function wallClock(properties: Properties): Clock {
  return {
    now: () => Utilities.formatDate(new Date(), zoneOf(properties), "yyyy-MM-dd'T'HH:mm:ss"),
    sleep: (ms) => Utilities.sleep(ms),
  };
}

const random: Random = {
  id: () => Utilities.getUuid(),
  salt: () => Utilities.getUuid().replace(/-/g, ''),
};

const digest: Digest = (text) =>
  hexOf(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8));

export function googlePorts(properties: Properties): Ports {
  return {
    tables: sheetsTables(sheetsService(), {
      idOf: (workbook) => workbookId(properties, workbook),
      owner: () => properties.get('owner') ?? '',
    }),
    lock: scriptLock(),
    hints: cachedHints(properties),
    clock: wallClock(properties),
    random,
    digest,
  };
}

export const googleMailer: Mailer = {
  quota: () => MailApp.getRemainingDailyQuota(),
  send(mail) {
    MailApp.sendEmail({
      to: mail.to,
      name: mail.fromName,
      subject: mail.subject,
      body: mail.text,
      htmlBody: mail.html,
      attachments: mail.attachments.map((one) => Utilities.newBlob(one.content, one.mimeType, one.name)),
    });
  },
};

const secretKey = 'secret';
const notTheOffice = {
  words: {
    zh: '签名只能由系统账号进行。',
    en: 'Only the office account may sign links.',
  },
};
const noSecret = {
  words: {
    zh: '签名密钥不见了。请由系统账号重新运行“前台 → 安装 / 检查”；以前发出的链接将失效。',
    en: 'The signing secret is gone. The office account runs Front desk → Set up / check again; links sent before become worthless.',
  },
};

/** Signs with a secret that only the office account's runs can read. */
export function googleSigner(properties: Properties): Signer {
  let secret: string | undefined;
  return {
    sign(text) {
      if (secret === undefined) {
        const owner = properties.get('owner');
        if (!owner || Session.getEffectiveUser().getEmail() !== owner) throw new Misconfigured(notTheOffice);
        secret = PropertiesService.getUserProperties().getProperty(secretKey) ?? undefined;
        if (!secret) throw new Misconfigured(noSecret);
      }
      const bytes = Utilities.computeHmacSha256Signature(text, secret, Utilities.Charset.UTF_8);
      return webSafe(Utilities.base64EncodeWebSafe(bytes));
    },
  };
}

/** Makes the secret unless there is one: 244 random bits. */
export function ensureSecret(): void {
  const own = PropertiesService.getUserProperties();
  if (!own.getProperty(secretKey)) own.setProperty(secretKey, `${Utilities.getUuid()}${Utilities.getUuid()}`);
}

/** Text in a link, without escaping. */
export const googleLinkText = {
  encode: (text: string): string => webSafe(Utilities.base64EncodeWebSafe(text, Utilities.Charset.UTF_8)),
  decode(text: string): string {
    const padded = text + '='.repeat((4 - (text.length % 4)) % 4);
    return Utilities.newBlob(Utilities.base64DecodeWebSafe(padded)).getDataAsString('UTF-8');
  },
};
