import { expect, test } from 'vitest';
import { withNewest } from './pages.ts';
import type { ChatMessage } from './types.ts';

const message = (message_id: string, text = message_id) => ({ message_id, text }) as ChatMessage;

test('the newest go before what was loaded, and replace what is there under their ids', () => {
  const pages = {
    pages: [
      { messages: [message('3'), message('2')], next_cursor: 'older' },
      { messages: [message('1')], next_cursor: null },
    ],
    pageParams: [undefined, 'older'],
  };
  const after = withNewest(pages, [message('5'), message('4'), message('3', 'changed')]);
  expect(after?.pages.map((page) => page.messages.map(({ text }) => text))).toEqual([
    ['5', '4', 'changed', '2'],
    ['1'],
  ]);
  expect(after?.pages[0]?.next_cursor).toBe('older');
  expect(pages.pages[0]?.messages).toHaveLength(2);
});
