export { pointerTo, valueAt, withValueAt } from './pointer.ts';
export type * from './types.ts';
