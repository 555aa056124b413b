// Conversations on Azurite, in which each message goes to another of three processes than the one before. The files are named by
// whoever starts it.

/** Tests of what each process has for itself, by why they are left out here, each by the beginning of its title. */
const inOneProcess = {
  'each process reads the list of customers for itself': [
    'is whole where the next page is named by its address',
    'that stops in the middle says how far it came',
    'is there by itself, from whichever portal',
    'says why it is not whole, shows what there is',
    'keeps a record whose relationship was ended elsewhere',
    'is another list for another partner',
    'says as of when it is where it is old, and where',
    'tells of a row whose company Partner Center lists',
    'keeps what was entered when it was removed meanwhile',
  ],
  'each process reads subscriptions for itself': [
    'is in pages with their position: to be chosen',
    'names the customers that could not be read, lists the others',
    'shows what was read before Partner Center stopped',
    'leads to a choice and back to its page',
    'is a file, too, of what was read',
    'is shown as far as it is known, with the way',
    'is read once in five minutes',
    'says as of when it is where Partner Center cannot',
    'count what all customers have by offer',
    'are of what is known, say of how many',
  ],
  'each process reads the catalog for itself': [
    'that could not be read is read again by Try again, on the cart',
    'that is being read holds up no card',
    'is begun by Add customer, and not by',
    'with bad items is shown without them',
    'that is not read any more after a restart keeps',
    'has what the first card of Add customer waits for',
  ],
  'each process knows the cards that it sent': ['is marked on older cards as changed since, which lead'],
  'each process counts messages for itself': ['is told once, is answered again a minute later'],
  'another process shows the open card again, as it does not know what was answered': [
    'are taken once when the channel repeats them',
  ],
  'another process still notes the outcome: the turn is run again, and its first attempt takes the call that was made to fail':
    ['keeps what was typed while Partner Center cannot be reached, and shows'],
  'a data folder is copied': [
    'are there after the process was killed, with all',
    'leaves one customer and a confirmation, ending',
  ],
};

/** A text as a pattern that is that text alone. @param {string} text */
const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

module.exports = {
  require: ['dist/test/azure/replicasAccount.js'],
  // Other processes are started there by the test itself.
  ignore: ['dist/test/conversations/handover.test.js'],
  grep: new RegExp(Object.values(inOneProcess).flat().map(escaped).join('|')),
  invert: true,
  // The longest types more than a thousand sentences.
  timeout: 600_000,
  forbidPending: true,
  parallel: true,
  jobs: 2,
};
