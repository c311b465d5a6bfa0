import { expect, test } from 'vitest';
import { stageNamed } from './stage-names.ts';

test.each([
  ['Saved', 'saved'],
  ['Wish-list', 'saved'],
  ['APPLIED', 'applied'],
  ['Applied (referral)', 'applied'],
  ['Phone screen', 'screening'],
  ['Recruiter screen w/ Jo', 'screening'],
  ['Take-home test', 'screening'],
  ['Interview', 'interview'],
  ['Interview #2', 'interview'],
  ['2nd round', 'interview'],
  ['Final interview (panel)', 'interview'],
  ['Technical interview', 'interview'],
  ['Offer received', 'offer'],
  ['Accepted', 'accepted'],
  ['Offer accepted', 'accepted'],
  ['Declined', 'rejected'],
  ['Rejected - no visa', 'rejected'],
  ['Offer declined', 'withdrawn'],
  ['Withdrew', 'withdrawn'],
  ['No response', 'ghosted'],
  ['No reply yet', 'ghosted'],
  ['Ghosted :(', 'ghosted'],
])('%s is %s', (name, stage) => {
  expect(stageNamed(name)).toBe(stage);
});

test.each(['', 'purple', 'no interview', 'maybe', '42', 'constructor'])('%j stands for no stage', (name) => {
  expect(stageNamed(name)).toBeNull();
});
