import assert from 'node:assert/strict';
import { commandNames, typedCommand, typedLanguage, type CommandName } from '../../dialogs/commands.ts';
import { locales } from '../../locales/translator.ts';
import { words, type MessageKey } from '../../locales/words.ts';
import { askedLanguages, others, sentences } from './typedSentences.ts';

describe('the commands', () => {
  for (const locale of locales) {
    const { t } = words(locale);

    for (const name of commandNames) {
      it(`${name} is understood as it is typed in ${locale}, and as nothing else`, () => {
        // A word that were two commands would be taken as the other one somewhere.
        for (const typed of t(`command.${name}`).split('|')) {
          assert.equal(typedCommand(typed), name, typed);
          if (/\p{L}/u.test(typed)) assert.equal(typedCommand(`  ${typed.toUpperCase()}! `), name, typed);
        }
      });
    }

    it(`are understood as ${locale} sentences name them`, () => {
      const named: [MessageKey, CommandName][] = [
        ['form.open', 'help'],
        ['form.notOpen', 'help'],
        ['cancel.kept', 'drafts'],
        ['outdated.submitted', 'customers'],
      ];
      for (const [key, name] of named) {
        const quoted = /[“「«](.+?)[”」»]/.exec(words(locale).say(key))?.[1] ?? '';
        assert.equal(typedCommand(quoted), name, `${key}: ${quoted}`);
      }
    });

    it(`are not taken from ordinary ${locale} words`, () => {
      assert.equal(typedCommand(t('field.companyName')), undefined);
      assert.equal(typedCommand(''), undefined);
    });
  }

  it('are understood in the title of their own button', () => {
    const buttons: [MessageKey, CommandName][] = [
      ['button.addCustomer', 'addCustomer'],
      ['button.customers', 'customers'],
      ['button.renewals', 'renewals'],
      ['button.importCustomers', 'importCustomers'],
      ['button.drafts', 'drafts'],
      ['button.language', 'language'],
      ['button.help', 'help'],
      ['button.back', 'back'],
      ['button.cancel', 'cancel'],
      ['button.startOver', 'startOver'],
    ];
    const missed = locales.flatMap((locale) =>
      buttons.flatMap(([key, name]) => {
        const title = words(locale).say(key);
        return typedCommand(title) === name ? [] : [`${locale}: ${title}`];
      }),
    );
    assert.deepEqual(missed, []);
  });

  it('are understood in full width', () => {
    assert.equal(typedCommand('ｈｅｌｐ'), 'help');
    assert.equal(typedCommand('？'), 'help');
  });

  it('are not found in what every object has', () => {
    for (const typed of ['constructor', '__proto__', 'toString']) assert.equal(typedCommand(typed), undefined);
  });
});

describe('sentences that people type', () => {
  /** Those that are not understood as they are meant. */
  const missed = (typed: string, meaning: (text: string) => string | undefined, meant: string): string[] =>
    typed.split('|').flatMap((text) => (meaning(text) === meant ? [] : [`${text} → ${meaning(text) ?? 'nothing'}`]));

  for (const locale of locales) {
    it(`are understood in ${locale}, 95 of 100 at least, and none as another command`, () => {
      const all = commandNames.flatMap((name) => sentences[locale][name].split('|'));
      const wrong = commandNames.flatMap((name) => missed(sentences[locale][name], typedCommand, name));
      assert.ok(wrong.length <= all.length * 0.05, wrong.join('\n'));
      assert.deepEqual(
        wrong.filter((one) => !one.endsWith(' → nothing')),
        [],
      );
    });

    it(`that ask for ${locale} are understood in every language`, () =>
      assert.deepEqual(missed(askedLanguages[locale], typedLanguage, locale), []));
  }

  it('are no commands when they only hold words of theirs', () => {
    assert.deepEqual(
      others.filter((text) => typedCommand(text) !== undefined || typedLanguage(text) !== undefined),
      [],
    );
  });

  it('are commands or languages, never both', () => {
    const all = locales.flatMap((locale) => Object.values(sentences[locale]).flatMap((typed) => typed.split('|')));
    assert.deepEqual(
      all.filter((text) => typedLanguage(text) !== undefined),
      [],
    );
  });
});
