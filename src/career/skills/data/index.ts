import { business } from './business.ts';
import { care } from './care.ts';
import { cloud } from './cloud.ts';
import { data } from './data.ts';
import { finance } from './finance.ts';
import { industry } from './industry.ts';
import { people } from './people.ts';
import { software } from './software.ts';

/**
 * The taxonomy, by field. One line a skill: `Name @id: alias, alias > implied-id, implied-id` under a `[kind]`; the id is
 * the name in kebab-case where none is given. A name or alias that starts with
 *
 * - `=` counts in exactly this case («IT», not «it»);
 * - `~` is also a plain word or a letter («Go», «R»): in this case and only where what stands around it speaks of skills;
 * - `~!` is the same, and «in» alone before it says nothing («in Spring», «in Teams»).
 */
export const fields: Record<string, string> = {
  software,
  cloud,
  data,
  business,
  finance,
  care,
  industry,
  people,
};
