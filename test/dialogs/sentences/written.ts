import { foldKey } from '../../../lib/foldCase.ts';
import type { Meaning } from '../../../dialogs/sentences/sentenceMeaning.ts';

/** Sentences with `|` between them, by their meaning as `written` writes it. */
export type SentenceTable = Readonly<Record<string, string>>;

const name = (text: string): string => foldKey(text).toLowerCase();

const oneBlank = (text: string): string => text.replaceAll(/ +/g, ' ').trim();

const number = (n: number | undefined): string => (n === undefined ? '' : ` ${String(n)}`);

/** A meaning on one line, names folded: `order contoso / e3 5`. */
export function written(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'command':
      return meaning.command;
    case 'language':
      return `language ${meaning.locale}`;
    case 'find':
      return `${meaning.sure ? 'find' : 'name'} ${name(meaning.find)}`;
    case 'newCustomer':
      return `new ${name(meaning.name)}`;
    case 'customer':
    case 'subscriptions':
    case 'history':
      return `${meaning.kind} ${name(meaning.customer)}`;
    case 'order':
      return oneBlank(`order ${name(meaning.customer)} / ${name(meaning.product)}${number(meaning.n)}`);
    case 'licenses': {
      const { way, n } = meaning.wished ?? {};
      return oneBlank(`licenses ${name(meaning.customer)} / ${name(meaning.product)} ${way ?? ''}${number(n)}`);
    }
    case 'renewals':
      return `renewals ${String(meaning.days)}`;
    case 'explain':
      return `explain ${meaning.topic}`;
    case 'talk':
      return `talk ${meaning.talk}`;
    case 'export':
    case 'unknown':
      return meaning.kind;
  }
}

/** The sentences of a table, each with its meaning. */
export const pairsOf = (table: SentenceTable): (readonly [text: string, meaning: string])[] =>
  Object.entries(table).flatMap(([meaning, texts]) =>
    texts
      .split('|')
      .filter((text) => text !== '')
      .map((text) => {
        const [kind = '', ...rest] = meaning.trim().split(' ');
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
