import { expect, test } from 'vitest';
import { askedFact } from './ask.ts';

test.each([
  'Where do I live?',
  'In which city do I live?',
  'In what town do I live now?',
  'Which city do I live in?',
  'What city am I in?',
  'In which country am I based?',
  'Where do I currently live?',
])('«%s» asks for the place', (message) =>
  expect(askedFact(message)).toEqual({ kinds: ['location'], about: 'now' }),
);

test.each([
  ['Am I still in Berlin?', 'Berlin'],
  ['Am I still in new york?', 'new york'],
  ['Do I still live in Berlin?', 'Berlin'],
])('«%s» asks whether it is the place', (message, named) =>
  expect(askedFact(message)).toEqual({ kinds: ['location'], about: 'now', named }),
);

test.each(['What is my name?', 'Do you know my name?', 'What am I called?', 'Who am I?'])(
  '«%s» asks for the name',
  (message) => expect(askedFact(message)?.kinds).toEqual(['name']),
);

test.each([
  'Am I still in the running?',
  'Am I still in trouble?',
  'Am I still in my notice period?',
  'Which city should I move to?',
  'In which city do they live?',
  'What is my name worth to recruiters?',
])('«%s» asks for neither', (message) => expect(askedFact(message)).toBeNull());
