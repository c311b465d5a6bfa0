import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ViewProps } from '../views.ts';
import { DragBoard } from './drag-board.tsx';
import { byStage } from './moves.ts';
import { NarrowBoard } from './narrow-board.tsx';
import { useMoves } from './use-moves.ts';

/** Applications in columns by stage: dragged, or moved by a menu; one column at a time where there is little room. */
export default function BoardView({ applications }: ViewProps) {
  const { applications: placed, move, said } = useMoves(applications);
  const columns = useMemo(() => byStage(placed), [placed]);
  const isNarrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const Board = isNarrow ? NarrowBoard : DragBoard;
  return (
    <>
      <div role="status" className="visually-hidden">
        {said}
      </div>
      <Board columns={columns} onMove={move} />
    </>
  );
}
