import { describe, expect, test } from 'vitest';
import { isBad, judgeReply, noPieceBit, reasonBits } from './judging.ts';

const judged = (metadata: object, rating: string | null = null, noPiece = false) =>
  judgeReply({ reply_to: 'q', ...metadata }, rating)!.judge(noPiece);

describe('what an answer says of itself', () => {
  test.each([
    ['neither fitted', { memory: 0.1, playbook: 0.3 }, reasonBits.low_confidence],
    ['the memory fitted', { memory: 0.6, playbook: 0.3 }, 0],
    ['the playbook fitted', { memory: 0, playbook: 0.7 }, 0],
  ])('%s', (_name, fit, bits) => {
    expect(judged({ kind: 'advice', fit })).toBe(bits);
    expect(isBad(bits)).toBe(bits !== 0);
  });

  test('small talk fits nothing and is no gap; a fit that is none is not counted', () => {
    expect(judged({ kind: 'small-talk', fit: { memory: 0, playbook: 0 } })).toBe(0);
    expect(judged({ kind: 'advice', fit: { memory: 'none' } })).toBe(0);
    expect(judged({ kind: 'advice' })).toBe(0);
  });

  test('a model’s answer, which has no kind, counts too; one rated helpful never', () => {
    const fit = { memory: 0, playbook: 0.1 };
    expect(judged({ fit })).toBe(reasonBits.low_confidence);
    expect(judged({ fit }, 'helpful')).toBe(0);
    expect(judged({ fit }, 'not_helpful')).toBe(reasonBits.low_confidence | reasonBits.rated_not_helpful);
  });

  test('that the playbook has no piece is no fault by itself', () => {
    expect(isBad(noPieceBit)).toBe(false);
    expect(Object.values(reasonBits)).not.toContain(noPieceBit);
  });
});
