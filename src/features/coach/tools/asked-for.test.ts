import { describe, expect, it } from 'vitest';
import type { Stage } from '../../applications/index.ts';
import { confirms, namesStage, partOf } from './asked-for.ts';

describe('namesStage', () => {
  it.each<[string, Stage]>([
    ['Move Stripe to interview please', 'interview'],
    ['I applied to Stripe today', 'applied'],
    ['Stripe turned me down', 'rejected'],
    ['I got an offer from Stripe!', 'offer'],
    ['They ghosted me', 'ghosted'],
    ['I signed with Contoso', 'accepted'],
    ['Ich habe eine Absage von Contoso bekommen', 'rejected'],
    ['J’ai un entretien chez Contoso', 'interview'],
    ['Retiré ma candidature', 'withdrawn'],
  ])('%s: %s', (message, stage) => {
    expect(namesStage(message, stage)).toBe(true);
  });

  it.each<[string, Stage]>([
    ['How does my CV fit the Stripe job?', 'withdrawn'],
    ['What is due this week?', 'rejected'],
    ['Move Stripe to interview please', 'rejected'],
  ])('%s: not %s', (message, stage) => {
    expect(namesStage(message, stage)).toBe(false);
  });
});

describe('confirms', () => {
  it.each(['Yes', 'yes, please', 'go ahead', 'ok do it', 'Ja, bitte'])('%s', (message) => {
    expect(confirms(message)).toBe(true);
  });
  it.each([
    'How is it going?',
    'Yesterday I met Dana',
    'yes but first tell me what my CV says about Go and Rust',
  ])('not %s', (message) => expect(confirms(message)).toBe(false));
});

describe('partOf', () => {
  it('takes from the first words to the last, whatever the white space', () => {
    expect(partOf('Save:\nData  Analyst\nSQL (5+ years)\nBye', 'Data Analyst', '(5+ years)')).toBe(
      'Data  Analyst\nSQL (5+ years)',
    );
  });
  it('takes nothing that is not there', () => {
    expect(partOf('Data Analyst. SQL', 'Data Analyst', 'Python')).toBeNull();
    expect(partOf('Data Analyst. SQL', ' ', 'SQL')).toBeNull();
    expect(partOf('SQL. Data', 'Data', 'SQL')).toBeNull();
  });
});
