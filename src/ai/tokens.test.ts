import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTokens, sliceWhole, takeTokens } from './tokens.ts';

// [text, tokens by cl100k_base, tokens by o200k_base]
const COUNTED: Record<string, [string, number, number]> = {
  English: [
    "It's understandable to have concerns about age discrimination when job hunting, but there are several strategies you can employ to ensure your resume stands out positively.",
    29,
    28,
  ],
  'a list': [
    '1. **Focus on Achievements**: quantify, e.g. "cut costs by 23% in 2024".\n2. **Tailor** your resume.\n\n- $85,000 a year\n- 10:30 on 2024-03-15',
    55,
    56,
  ],
  JSON: ['{"name": "Ada", "work": [{"position": "Engineer", "startDate": "2019-04-01"}]}', 28, 28],
  Chinese: ['我想知道如何谈判薪水。上周我收到了一份工作邀请，但是薪水比我期望的低很多。', 48, 28],
  Japanese: [
    '給与交渉の仕方を教えてください。先週、内定をいただきましたが、年収は期待より低かったです。',
    45,
    32,
  ],
  Korean: ['연봉 협상을 어떻게 해야 하나요? 지난주에 입사 제안을 받았는데 연봉이 기대보다 낮습니다.', 51, 27],
  Arabic: [
    'كيف يمكنني التفاوض على الراتب؟ تلقيت الأسبوع الماضي عرض عمل لكن الراتب أقل بكثير مما كنت أتوقع.',
    69,
    27,
  ],
  Hebrew: ['איך אני מנהל משא ומתן על שכר? בשבוע שעבר קיבלתי הצעת עבודה אבל השכר נמוך.', 68, 28],
  Russian: ['Как мне договориться о зарплате? На прошлой неделе я получил предложение о работе.', 36, 20],
  Hindi: ['मैं वेतन पर बातचीत कैसे करूँ? पिछले हफ्ते मुझे नौकरी का प्रस्ताव मिला।', 69, 19],
  emoji: ['😀🎉👍🏽🚀 💼🔥 great 👩‍💻 news', 27, 18],
};

describe('estimateTokens', () => {
  it.each(Object.entries(COUNTED))('errs upwards and not by much: %s', (_, [text, older, newer]) => {
    const estimate = estimateTokens(text);
    expect(estimate).toBeGreaterThanOrEqual(Math.max(older, newer) * 0.95);
    expect(estimate).toBeLessThanOrEqual(Math.ceil(older * 1.5));
  });

  it('is 0 for nothing, and finite for anything', () => {
    expect(estimateTokens('')).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), (codes) => {
        const text = String.fromCharCode(...codes);
        const estimate = estimateTokens(text);
        return Number.isInteger(estimate) && estimate >= 0 && estimate <= text.length * 2;
      }),
    );
  });

  it('reads a megabyte in no time (some 10 ms)', () => {
    const text = 'How do I negotiate my salary? '.repeat(35_000);
    const start = performance.now();
    estimateTokens(text);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('takeTokens', () => {
  it('leaves a short text alone and cuts a long one to the limit', () => {
    const long = 'I led a team of twelve engineers. '.repeat(100);
    expect(takeTokens('short', 10)).toBe('short');
    const cut = takeTokens(long, 50);
    expect(long.startsWith(cut)).toBe(true);
    expect(estimateTokens(cut)).toBeLessThanOrEqual(50);
    expect(estimateTokens(cut)).toBeGreaterThan(45);
  });

  it('never cuts a character in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, limit) => {
        return takeTokens(text, limit).isWellFormed() && estimateTokens(takeTokens(text, limit)) <= limit;
      }),
    );
    expect(sliceWhole('a😀', 2)).toBe('a');
    expect(sliceWhole('a😀', 3)).toBe('a😀');
  });
});
