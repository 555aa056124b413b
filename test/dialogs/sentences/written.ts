import { foldKey } from '../../../lib/foldCase.ts';
import type { Intent } from '../../../dialogs/sentences/intent.ts';

/** Sentences with `|` between them, by their intent as `written` writes it. */
export type SentenceTable = Readonly<Record<string, string>>;

const name = (text: string): string => foldKey(text).toLowerCase();

const oneBlank = (text: string): string => text.replaceAll(/ +/g, ' ').trim();

const number = (n: number | undefined): string => (n === undefined ? '' : ` ${String(n)}`);

/** A intent on one line, names folded: `order contoso / e3 5`. */
export function written(intent: Intent): string {
  switch (intent.kind) {
    case 'command':
      return intent.command;
    case 'language':
      return `language ${intent.locale}`;
    case 'find':
      return `${intent.sure ? 'find' : 'name'} ${name(intent.find)}`;
    case 'newCustomer':
      return `new ${name(intent.name)}`;
    case 'customer':
    case 'subscriptions':
    case 'history':
    case 'invite':
      return `${intent.kind} ${name(intent.customer)}`;
    case 'task':
      return oneBlank(
        `${intent.task} ${name(intent.customer)}${intent.name === undefined ? '' : ` / ${name(intent.name)}`}`,
      );
    case 'manage':
      return `subscriptions ${name(intent.customer)}`;
    case 'order':
      return oneBlank(
        `order ${name(intent.customer)} / ${name(intent.product)}${number(intent.n)} ${name(intent.plan ?? '')}`,
      );
    case 'licenses': {
      const { way, n } = intent.change ?? {};
      return oneBlank(`licenses ${name(intent.customer)} / ${name(intent.product)} ${way ?? ''}${number(n)}`);
    }
    case 'renewals':
      return `renewals ${String(intent.days)}`;
    case 'explain':
      return `explain ${intent.topic}`;
    case 'smallTalk':
      return `talk ${intent.talk}`;
    case 'same':
      return oneBlank(`same ${name(intent.customer)}`);
    case 'ownChanges':
    case 'bundles':
    case 'export':
    case 'unknown':
      return intent.kind;
  }
}

/** The sentences of a table, each with its intent. */
export const pairsOf = (table: SentenceTable): (readonly [text: string, intent: string])[] =>
  Object.entries(table).flatMap(([intent, texts]) =>
    texts
      .split('|')
      .filter((text) => text !== '')
      .map((text) => {
        const [kind = '', ...rest] = intent.trim().split(' ');
        return [
          text,
          [
            kind,
            ...rest.map((part) =>
              kind === 'language' || kind === 'explain' || kind === 'talk' ? part : foldKey(part).toLowerCase() || part,
            ),
          ].join(' '),
        ] as const;
      }),
  );
