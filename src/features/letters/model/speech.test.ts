import { describe, expect, test } from 'vitest';
import { claimsPlainly, claimsToHaveWorkedAt, isAboutTheJob } from './speech.ts';

describe('a sentence about the job', () => {
  test.each([
    'You are looking for somebody with Kubernetes.',
    'Your posting asks for 5 years of nursing.',
    'Acme builds pumps for hospitals.',
    'The role involves night shifts.',
  ])('%s', (text) => {
    expect(isAboutTheJob(text, 'Acme', 'Ann Lee')).toBe(true);
  });

  test.each([
    'You are looking for Kubernetes, which I know well.',
    'Your team would gain a Kubernetes expert.',
    'Acme is looking for somebody like Ann Lee.',
    'Ten years of Kubernetes are what counts.',
    'You need my Kubernetes.',
    'The role is made for this applicant.',
  ])('not: %s', (text) => {
    expect(isAboutTheJob(text, 'Acme', 'Ann Lee')).toBe(false);
  });
});

test.each([
  ['I worked at Acme for years.', true],
  ['I have previously served with Acme.', true],
  ['My time at Acme taught me much.', true],
  ['I am an engineer at Acme.', true],
  ['I am applying for the post at Acme.', false],
  ['I want to work at Acme.', false],
  ['I was drawn to the ward at Acme.', false],
  ['I worked at Initech.', false],
])('%s claims to have worked at Acme: %s', (text, claims) => {
  expect(claimsToHaveWorkedAt(text, 'Acme')).toBe(claims);
});

test.each([
  ['I improved morale.', true],
  ['I have led people.', true],
  ['I speak Dutch.', true],
  ['I have enclosed my CV.', false],
  ['I would welcome a conversation.', false],
  ['Thank you for your time.', false],
])('%s claims something plainly: %s', (text, claims) => {
  expect(claimsPlainly(text)).toBe(claims);
});
