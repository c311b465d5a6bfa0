export { createDesk, type Desk, type DeskOptions } from './desk.ts';
