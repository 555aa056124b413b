import { base } from '../translator.ts';

/** Words of what waits for a user, and of the message about it in the morning. */
export const agendaEn = base({
  'agenda.title': 'Waiting for you',
  'agenda.none': 'Nothing is waiting for you.',
  'agenda.more': { one: 'And {n} more', other: 'And {n} more' },
  'agenda.reading': 'Subscriptions are being read. Press “Refresh” in a moment.',
  'agenda.failed': 'Not all subscriptions could be read. Press “Refresh” to try again.',
  'agenda.tooMany': 'Subscriptions are read when you press “Refresh”, because there are many customers.',
  'agenda.part': 'Some customers’ subscriptions are not read yet. Press “Refresh” to see them.',
  'agenda.submission': 'Adding this customer is not finished yet.',
  'agenda.change': 'Not finished yet: {change}',
  'agenda.accepted': 'Is your customer now.',
  'agenda.draft': 'Draft, kept until {until}',
  'agenda.cancelUntil': 'Can be canceled until {moment}.',
  'button.morningOn': 'Send every morning',
  'button.morningOff': 'Stop the morning message',
  'morning.title': 'Good morning',
  'morning.summary': {
    one: 'Good morning. {n} thing is waiting for you.',
    other: 'Good morning. {n} things are waiting for you.',
  },
  'morning.on':
    'On working days at about 8 in the morning, you get a message here with what is waiting for you. When nothing is waiting, no message is sent.',
  'morning.off': 'You no longer get a message in the morning.',
});
