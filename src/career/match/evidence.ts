import type { Span } from '../resume/index.ts';
import { canonicalSkill, findSkills, impliedSkills, type Skill } from '../skills/index.ts';
import { type Field, fieldsOf } from './fields.ts';
import { Source } from './source.ts';
import { SpanIndex } from './span-index.ts';
import { type ListedPart, listedParts } from './text-lists.ts';
import type { CvProof, MatchInput } from './types.ts';

export interface Proof extends CvProof {
  skill: string;
  isListed: boolean;
}

const negated =
  /\b(?:no|not|never|without|lack(?:s|ing)?(?: of)?|unfamiliar with|(?:want|wish|hope|plan|planning|eager|keen|like) to (?:learn|explore|move into|try)|interested in learning|currently learning|learning|beginner in|yet to)\b[^.;:,\n]{0,30}$/i;

/** Names in one value, with their offsets. An entry of a list means what it says: «Go» is the language. */
function namesIn(value: string, isList: boolean): { skill: Skill; start: number; as: string }[] {
  if (!isList) {
    return findSkills(value)
      .filter(({ span }) => !negated.test(value.slice(Math.max(0, span.start - 60), span.start)))
      .map(({ skill, span, as }) => ({ skill, start: span.start, as }));
  }
  const entries = [...value.matchAll(/[^,;|•·()\n:：]+/g)].flatMap((part) => {
    const entry = part[0].trim();
    const start = part.index + part[0].indexOf(entry);
    const whole = entry === '' ? null : canonicalSkill(entry);
    if (whole) return [{ skill: whole, start, as: entry }];
    return findSkills(entry).map(({ skill, span, as }) => ({ skill, start: start + span.start, as }));
  });
  // «Node.js, C»: what only the neighbours in the list tell; «Pub/Sub (messaging)»: what a split took apart.
  const inContext = findSkills(value).map(({ skill, span, as }) => ({ skill, start: span.start, as }));
  return [...entries, ...inContext.filter((one) => !entries.some(({ skill }) => skill.id === one.skill.id))];
}

/** Where a CV names each skill: by its fields, then by source text that no field holds. */
export class Evidence {
  private readonly proofs = new Map<string, Proof[]>();
  readonly source: Source;
  private readonly lists: ListedPart[];
  private readonly listIndex = new SpanIndex<ListedPart>();
  /** Of each skill, the places that are known to name it. */
  private readonly places = new Map<string, SpanIndex<null>>();

  constructor({ resume, cvText, cvSpans }: MatchInput) {
    this.source = new Source(cvText, cvSpans);
    this.lists = listedParts(this.source.text);
    for (const part of this.lists) this.listIndex.add(part, part);
    const fields = fieldsOf(resume);
    for (const field of fields) this.readField(field);
    this.readRest(fields);
  }

  private readField({ pointer, value, isList }: Field): void {
    for (const { skill, start, as } of namesIn(value, isList)) {
      const span = this.source.place(pointer, value, start, as);
      this.add({ skill: skill.id, pointer, span, as, isListed: isList || this.standsInList(span, pointer) });
    }
  }

  /** Whether the source lists what stands here, whatever field an import has put it into. */
  private standsInList(span: Span | null, pointer: string): boolean {
    const isProse = /^\/(?:work|volunteer|projects|education)\//.test(pointer);
    return span !== null && this.listIndex.holding(span, (part) => part.isLabelled || !isProse) !== undefined;
  }

  private readRest(fields: Field[]): void {
    const { text } = this.source;
    if (text === '') return;
    const places = new SpanIndex<Field>();
    for (const field of fields) {
      for (const span of this.source.of(field.pointer, field.value)) places.add(span, field);
    }
    const named = [
      ...this.lists.flatMap(({ start, end }) =>
        namesIn(text.slice(start, end), true).map((one) => ({ ...one, start: start + one.start })),
      ),
      ...namesIn(text, false),
    ];
    for (const { skill, start, as } of named) {
      const span = { start, end: start + as.length };
      if (this.places.get(skill.id)?.overlaps(span)) continue;
      const field = places.holding(span);
      const isListed = field?.isList || this.standsInList(span, field?.pointer ?? '');
      this.add({ skill: skill.id, pointer: field?.pointer ?? '', span, as, isListed });
    }
  }

  private add(proof: Proof): void {
    const known = this.proofs.get(proof.skill);
    if (known) known.push(proof);
    else this.proofs.set(proof.skill, [proof]);
    if (proof.span === null) return;
    const places = this.places.get(proof.skill) ?? new SpanIndex<null>();
    this.places.set(proof.skill, places);
    places.add(proof.span, null);
  }

  /** The places that name the skill itself. */
  of(skill: string): Proof[] {
    return this.proofs.get(skill) ?? [];
  }

  /** The CV's skills that imply this one, listed ones first, then the nearest. */
  implying(skill: string): { id: string; distance: number; isListed: boolean }[] {
    const found = [...this.proofs].flatMap(([id, proofs]) => {
      const distance = impliedSkills(id).indexOf(skill);
      return distance < 0 ? [] : [{ id, distance, isListed: proofs.some(({ isListed }) => isListed) }];
    });
    return found.sort((a, b) => Number(b.isListed) - Number(a.isListed) || a.distance - b.distance);
  }
}
