import { Mark } from '@mantine/core';
import { Fragment } from 'react';
import { markedPieces } from './words.ts';

/** A text with the words of the query marked. */
export function Marked({ text, starts }: { text: string; starts: readonly string[] }) {
  return markedPieces(text, starts).map(({ text: piece, marked, start }) =>
    marked ? <Mark key={start}>{piece}</Mark> : <Fragment key={start}>{piece}</Fragment>,
  );
}
