import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeQuery, analyzeText } from '../text/analyze.ts';
import { rank } from './rank.ts';
import { readMessage } from './reading.ts';
import type { Candidate, CorpusStats } from './types.ts';

interface Line {
  text: string;
  role?: 'user' | 'assistant';
  conversation?: string | null;
  cosine?: number | null;
  at?: string;
}

/** A pool as recall would load it: every line a message, one minute apart, neighbours within a conversation. */
function pool(query: string, lines: Line[]): { candidates: Candidate[]; corpus: CorpusStats } {
  const asked = analyzeQuery(query);
  const analyzed = lines.map((l) => analyzeText(l.text));
  const conversation = (i: number) => (lines[i] ? (lines[i].conversation ?? 'c1') : undefined);
  const candidates = lines.map(
    (line, i): Candidate => ({
      seq: i + 1,
      reading: readMessage(line.text),
      role: line.role ?? (i % 2 ? 'assistant' : 'user'),
      conversation: line.conversation === undefined ? 'c1' : line.conversation,
      createdAt: new Date(line.at ?? Date.UTC(2024, 2, 1, 10, i)),
      cosine: line.cosine ?? null,
      termFrequencies: new Map(
        asked.terms.flatMap(({ hash }) => {
          const count = analyzed[i]!.terms.get(hash);
          return count ? [[hash, count] as const] : [];
        }),
      ),
      length: analyzed[i]!.length,
      ...(conversation(i - 1) === conversation(i) ? { previous: i } : {}),
      ...(conversation(i + 1) === conversation(i) ? { next: i + 2 } : {}),
    }),
  );
  const corpus: CorpusStats = {
    count: lines.length,
    averageLength: analyzed.reduce((sum, a) => sum + a.length, 0) / Math.max(1, lines.length),
    documentFrequency: new Map(
      asked.terms.map(({ hash }) => [hash, analyzed.filter((a) => a.terms.has(hash)).length]),
    ),
  };
  return { candidates, corpus };
}

function ranking(query: string, lines: Line[]) {
  const { candidates, corpus } = pool(query, lines);
  return rank(analyzeQuery(query), candidates, corpus).map((r) => ({ ...r, text: lines[r.seq - 1]!.text }));
}

const ADVICE = Array.from(
  { length: 12 },
  (_, i) =>
    `Here is a longer piece of advice, number ${i}: keep sentences short, lead with results and check spelling.`,
).join('\n');

const chat: Line[] = [
  { text: 'I started learning Rust in the evenings.' },
  { text: `That is great! ${ADVICE}` },
  { text: 'My interview with Acme Robotics is on June 12 at 3 pm.' },
  { text: `Good luck. Before an interview, rest well. ${ADVICE}` },
  { text: 'I never want to relocate to Berlin.' },
  { text: `Understood. ${ADVICE}` },
  { text: 'Sounds good, thanks!' },
  { text: `You are welcome. ${ADVICE}` },
];

describe('rank', () => {
  test('the message that holds the answer comes first', () => {
    expect(ranking('When is my interview with Acme Robotics?', chat)[0]!.seq).toBe(3);
    expect(ranking('Have I ever wanted to relocate to Berlin?', chat)[0]!.seq).toBe(5);
  });

  test('vectors tip the balance where words say nothing', () => {
    const lines = chat.map((l, i) => ({ ...l, cosine: i === 0 ? 0.6 : 0.1 + i / 100 }));
    expect(ranking('Which programming languages do I study?', lines)[0]!.seq).toBe(1);
  });

  // Squeezed towards 1, as models differ. On any other scale near-ties may change places: the way to 1 counts too.
  test('cosines that are all nearer to 1 give the same order', () => {
    const query = 'Which programming languages do I study?';
    const near = chat.map((l, i) => ({ ...l, cosine: [0.3, 0.1, 0.25, 0.2, 0.05, 0.15, 0, 0.1][i]! }));
    const high = near.map((l) => ({ ...l, cosine: 1 - (1 - l.cosine) / 4 }));
    expect(ranking(query, high).map((r) => r.seq)).toEqual(ranking(query, near).map((r) => r.seq));
  });

  test('the same question asked before does not stand before its answer', () => {
    const query = 'When is my interview with Acme Robotics?';
    const lines: Line[] = [
      ...chat,
      { text: query, conversation: 'c2', role: 'user' },
      { text: 'It is on June 12 at 3 pm, with Acme Robotics.', conversation: 'c2', role: 'assistant' },
    ];
    const found = ranking(query, lines);
    expect(found.at(-1)!.seq).toBe(9);
    expect(found.at(-1)!.explain().echo).toBeLessThan(0);
    expect(
      found
        .slice(0, 2)
        .map((r) => r.seq)
        .sort((a, b) => a - b),
    ).toEqual([3, 10]);
  });

  test('what is told in the words of a question that a yes would answer is no echo of it', () => {
    const told = { text: 'I have a driving licence.', conversation: 'c2' };
    const asked = { text: 'Do I have a driving licence?', conversation: 'c3' };
    for (const query of [asked.text, 'do i have a driving licence', 'driving licence'])
      expect(ranking(query, [...chat, told, asked, asked])[0]!.text).toBe(told.text);
    expect(ranking(asked.text, [told, asked]).at(-1)!.explain().echo).toBeLessThan(0);
  });

  test('nor is it of one that the date of what was told answers', () => {
    const told = { text: 'I signed the contract.', conversation: 'c2' };
    const asked = { text: 'When did I sign the contract?', conversation: 'c3' };
    expect(ranking(asked.text, [...chat, told, asked])[0]!.text).toBe(told.text);
  });

  test('nor of one that names what may be the answer', () => {
    const told = { text: 'I prefer coffee to tea.', conversation: 'c2' };
    const asked = { text: 'Which do I prefer, tea or coffee?', conversation: 'c3' };
    expect(ranking(asked.text, [...chat, told, asked])[0]!.text).toBe(told.text);
  });

  test.each([
    ['Which visa do I have?', 'I have a US visa.'],
    ['What criminal record do I have?', 'I have no criminal record.'],
    ['Who is my recruiter?', 'My recruiter is Will.'],
    ['What grade did I get?', 'I got an A grade.'],
  ])('nor one that is answered by words that are not indexed: %s', (query, text) => {
    const told = { text, conversation: 'c2' };
    const asked = { text: query.toLowerCase().replace('?', ''), conversation: 'c3' };
    const found = ranking(query, [...chat, told, asked]);
    expect(found[0]!.text).toBe(text);
    expect(found.at(-1)!.text).toBe(asked.text);
  });

  test('of one that was read before wordings were kept, the length tells whether it is typed again', () => {
    const lines: Line[] = [...chat, { text: 'do i have a driving licence', conversation: 'c3' }];
    for (const query of ['do i have a driving licence', 'I have a driving licence']) {
      const { candidates, corpus } = pool(query, lines);
      const older = candidates.map((one) => ({ ...one, reading: { ...one.reading, wording: 0 } }));
      const [echo] = rank(analyzeQuery(query), older, corpus).filter(({ seq }) => seq === older.length);
      expect(echo!.explain().echo !== undefined).toBe(query === lines.at(-1)!.text);
    }
  });

  test('what the assistant asked and they answered stands beside their answer', () => {
    const lines: Line[] = [
      ...chat,
      { text: 'Do you have a driving licence?', conversation: 'c2', role: 'assistant' },
      { text: 'Yes.', conversation: 'c2', role: 'user' },
      { text: 'Do I have a driving licence?', conversation: 'c3', role: 'user' },
      { text: 'You do.', conversation: 'c3', role: 'assistant' },
    ];
    const found = ranking('Do I have a driving licence?', lines);
    const echoes = found.filter((r) => r.explain().echo !== undefined);
    expect(echoes.map((r) => r.seq)).toEqual([11]);
    expect(found[0]!.seq).toBe(10);
  });

  test('of messages in the same words one keeps its place', () => {
    const lines: Line[] = [
      ...chat,
      { text: chat[2]!.text, conversation: 'c2' },
      { text: chat[2]!.text, conversation: 'c3' },
    ];
    const found = ranking('When is my interview with Acme Robotics?', lines);
    expect(found.filter((r) => r.explain().repeat === -8)).toHaveLength(2);
  });

  test('speakers named in the texts: the one asked about goes before the other', () => {
    const lines: Line[] = [
      { text: 'Ann: Hey Ben! What did you do at the lake?' },
      { text: 'Ben: We went sailing, Ann, and had fish for dinner.' },
      { text: 'Ann: Lovely. I went sailing too last week, Ben.' },
      { text: 'Ben: Great, Ann!' },
      { text: 'Ann: See you soon, Ben.' },
      { text: 'Ben: Bye Ann.' },
    ];
    expect(ranking('When did Ann go sailing?', lines)[0]!.seq).toBe(3);
  });

  test('neighbours shed light but are not returned', () => {
    const query = 'When is my interview with Acme Robotics?';
    const { candidates, corpus } = pool(query, chat);
    const found = rank(
      analyzeQuery(query),
      candidates.map((c) => ({ ...c, neighbourOnly: c.seq !== 3 })),
      corpus,
    );
    expect(found.map((r) => r.seq)).toEqual([3]);
  });

  test('equal messages: the newer first', () => {
    const lines: Line[] = [
      { text: 'ok', conversation: null, role: 'user', at: '2024-01-01' },
      { text: 'ok', conversation: null, role: 'user', at: '2024-01-03' },
      { text: 'ok', conversation: null, role: 'user', at: '2024-01-02' },
    ];
    const { candidates, corpus } = pool(
      'salary',
      lines.map((l) => l),
    );
    const alone = candidates.map(({ previous: _, next: __, ...c }) => c);
    expect(rank(analyzeQuery('salary'), alone, corpus).map((r) => r.seq)).toEqual([2, 3, 1]);
  });

  test('an explanation adds up to the score', () => {
    for (const { score, explain } of ranking('When is my interview?', chat)) {
      expect(Object.values(explain()).reduce((a, b) => a + b, 0)).toBeCloseTo(score, 9);
    }
  });

  test('nothing in, nothing out', () => {
    expect(ranking('anything', [])).toEqual([]);
  });

  test('whatever the texts, cosines and order: finite, complete, and the same ranking', () => {
    const line = fc.record({
      text: fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(...chat.map((c) => c.text), '面接は東京です', ''),
      ),
      role: fc.constantFrom('user' as const, 'assistant' as const),
      conversation: fc.constantFrom('a', 'b', null),
      cosine: fc.oneof(fc.constant(null), fc.double({ min: -1, max: 1, noNaN: true })),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.string(),
        fc.infiniteStream(fc.nat()),
        (lines, tail, keys) => {
          const query = `When is my interview ${tail}?`;
          const { candidates, corpus } = pool(query, lines);
          const found = rank(analyzeQuery(query), candidates, corpus);
          expect(found.map((r) => r.seq).sort((a, b) => a - b)).toEqual(candidates.map((c) => c.seq));
          for (const r of found) expect(Number.isFinite(r.score)).toBe(true);
          const shuffled = candidates
            .map((c) => [keys.next().value as number, c] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, c]) => c);
          const plain = (ranked: typeof found) => ranked.map((r) => ({ ...r, explain: r.explain() }));
          expect(plain(rank(analyzeQuery(query), shuffled, corpus))).toEqual(plain(found));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** One person's lines of different days, as [text, made-up cosine with the question]. */
function typed(lines: [text: string, cosine: number | null][], conversations = 4): Line[] {
  return lines.map(([text, cosine], i) => ({
    text,
    cosine,
    role: 'user',
    conversation: conversations ? `c${i % conversations}` : null,
    at: new Date(Date.UTC(2024, 0, 1 + i)).toISOString(),
  }));
}

const texts = (query: string, lines: Line[], k: number) =>
  ranking(query, lines)
    .slice(0, k)
    .map((r) => r.text);

describe('a memory of one side only', () => {
  const asked: [string, number | null][] = [
    ['What are good moving house tips?', 0.78],
    ['How to pack for a new flat?', 0.69],
    ['Relocation planning', 0.61],
  ];
  const rest: [string, number | null][] = [
    ['My aunt has bought a sailing boat.', 0.29],
    ['Can you proofread the first page of my thesis?', 0.41],
    ['The heating in the office is broken again.', 0.34],
    ['I baked bread with my neighbour.', 0.26],
    ['Which shoes go with a grey suit?', 0.38],
    ['The exam is on the ninth of May.', 0.22],
    ['I sold my old camera to a colleague.', 0.3],
    ['Is the library open on Sundays?', 0.36],
    ['We finished the garden fence.', 0.33],
    ['I speak a little Greek.', 0.18],
    ['My contract ends in autumn.', 0.31],
    ['The bakery round the corner closed.', 0.27],
  ];
  const query = 'How do I plan a move?';

  test.each([1, 4, 0])(
    'earlier questions that mean the same are found (%i conversations)',
    (conversations) => {
      const found = texts(query, typed([...asked, ...rest], conversations), 5);
      expect(found).toEqual(expect.arrayContaining(asked.map(([text]) => text)));
    },
  );

  test('wherever they stand among the others', () => {
    for (let shift = 1; shift < 15; shift += 3) {
      const all = [...asked, ...rest];
      const turned = [...all.slice(shift), ...all.slice(0, shift)];
      expect(texts(query, typed(turned, 3), 5)).toEqual(expect.arrayContaining(asked.map(([text]) => text)));
    }
  });

  test('a question right after another one is no answer to it', () => {
    const lines = typed([asked[0]!, rest[1]!, ...rest.slice(2)], 1);
    const found = ranking(query, lines);
    expect(found[0]!.text).toBe(asked[0]![0]);
    const next = found.find((r) => r.text === rest[1]![0])!;
    expect(next.explain().neighbours ?? 0).toBeLessThan(1);
  });

  test('notes of no conversation: the fact before the rest, by words and by meaning', () => {
    const lines = typed([...rest, ['We took in a puppy called Biscuit.', 0.52]], 0);
    expect(texts('When does my contract end?', lines, 1)).toEqual(['My contract ends in autumn.']);
    expect(texts('Which pet do I have?', lines, 1)).toEqual(['We took in a puppy called Biscuit.']);
  });

  test('notes without vectors are found by their words', () => {
    const lines = typed(
      rest.map(([text]) => [text, null]),
      0,
    );
    expect(texts('Which language do I speak?', lines, 1)).toEqual(['I speak a little Greek.']);
  });

  test('one-word notes', () => {
    const lines = typed(
      [
        ['dentist', 0.2],
        ['milk', 0.3],
        ['visa', 0.75],
        ['ok', 0.25],
      ],
      0,
    );
    expect(texts('Do I need a travel permit?', lines, 1)).toEqual(['visa']);
  });
});

describe('tiny memories', () => {
  const near: [string, number] = ['I look after two horses.', 0.7];
  const far: [string, number] = ['The bus was late.', 0.2];

  test('one message, two, three', () => {
    expect(texts('Which animals do I have?', typed([far]), 5)).toEqual([far[0]]);
    expect(texts('Which animals do I have?', typed([near, far]), 1)).toEqual([near[0]]);
    expect(texts('Which animals do I have?', typed([far, near]), 1)).toEqual([near[0]]);
    expect(texts('Which animals do I have?', typed([far, near, ['It rained.', 0.25]]), 1)).toEqual([near[0]]);
  });

  test('an answer of the other side counts, what the same person wrote next does not', () => {
    const question = 'Where did I put the spare keys?';
    const lines: Line[] = [
      { text: 'Where are the spare keys?', role: 'user' },
      { text: 'In the blue drawer.', role: 'assistant' },
      { text: 'The weather is fine.', role: 'user' },
      { text: 'It is, enjoy the day.', role: 'assistant' },
    ];
    const answered = ranking(question, lines).find((r) => r.seq === 2)!;
    const alone = ranking(
      question,
      lines.map((l) => ({ ...l, role: 'user' as const })),
    ).find((r) => r.seq === 2)!;
    expect(answered.explain().neighbours).toBeGreaterThan(alone.explain().neighbours ?? 0);
    expect(answered.seq).toBe(2);
  });
});
