// Conversations in which another process overtakes each turn, which is run again therefore. The files are named by whoever
// starts it.
process.env.TEST_OVERTAKEN = 'yes';

/** Tests that hold what happens a number of times, by why they are left out here, each by the beginning of its title. */
const counted = {
  'the first attempt takes the one call that was made to fail': [
    'keeps what was typed while Partner Center cannot be reached, and',
    'takes no other name, and keeps what was typed',
    'tells what is safe when an administrator must put something right',
    'keeps what was typed when an administrator must put something right',
  ],
  'the first attempt takes what is told once': ['lists the other customers when one record cannot be read'],
  'each attempt asks': ['at every press from the first section to the review and Submit'],
};

/** A text as a pattern that is that text alone. @param {string} text */
const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

module.exports = {
  // Processes are stopped there by the test itself, at writes that it counts.
  ignore: ['dist/test/conversations/handover.test.js'],
  grep: new RegExp(Object.values(counted).flat().map(escaped).join('|')),
  invert: true,
  timeout: 600_000,
  forbidPending: true,
  parallel: true,
  jobs: 2,
};
