import type { IActionSet, IOpenUrlAction, ISubmitAction } from '@microsoft/teams.cards';

/** What a button sends besides the card's inputs. `verb` says what was pressed; `token` which card it stands on. */
export interface PressData {
  readonly verb: string;
  readonly token?: string;
  readonly [name: string]: string | undefined;
}

/** What a button sends that does what the typed command does. */
export const command = (name: string) => ({ verb: 'command', argument: name });

/** A button. Teams' own "your response was sent" is hidden: the next card is the answer. */
export const button = (title: string, data: PressData, primary = false): ISubmitAction => ({
  type: 'Action.Submit',
  title,
  ...(primary ? { style: 'positive' as const } : {}),
  data: { ...data },
  msteams: { feedback: { hide: true } },
});

/**
 * A button that opens a mail; the one kind that sends nothing. Teams has refused `mailto:` here at times (bot-docs issue
 * 2087), so what it opens must stand on the card to be copied as well.
 */
export const mailButton = (title: string, url: string): IOpenUrlAction => ({ type: 'Action.OpenUrl', title, url });

/** Buttons that stand in the body, beside what they are about. */
export const buttons = (...actions: (ISubmitAction | IOpenUrlAction)[]): IActionSet => ({ type: 'ActionSet', actions });
