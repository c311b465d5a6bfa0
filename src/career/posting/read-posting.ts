import type { Span } from '../resume/index.ts';
import { findSkills, type SkillMention } from '../skills/index.ts';
import { asks, describesWork } from './asking.ts';
import { readBlocks } from './blocks.ts';
import { clausesOf } from './clauses.ts';
import { degreesIn } from './degrees.ts';
import { groupsOf } from './demands.ts';
import { employmentIn, locationIn, workplaceIn } from './facts.ts';
import { importanceIn } from './importance.ts';
import { languagesIn } from './languages.ts';
import { salaryIn } from './salary.ts';
import { seniorityOf, titleOf } from './title.ts';
import type { Importance, Posting, Requirement } from './types.ts';
import { gather, type Wanted } from './wanted.ts';
import { yearsIn } from './years.ts';

/**
 * Reads what a posting's plain text asks for. Pure and without a model: by its sections' names, the marks of its lists
 * and the words that make a thing required or preferred. Spans point into `text`. What stands among tasks is
 * `mentioned`; it becomes `required`, and `basis` says so, where the posting asks for no skill by name.
 */
export function readPosting({ title, text }: { title?: string; text: string }): Posting {
  const { blocks, sections } = readBlocks(text);
  const mentions = findSkills(text);
  const titled = titleOf(title, text);
  const reading = new Reading(text, mentions, titled.span);
  for (const block of blocks) {
    for (const clause of clausesOf(text, block)) reading.clause(clause, block.section);
  }
  const { requirements, languages, wanted } = reading;
  const { demands, skills, basis } = gather(wanted);
  const years = requirements.flatMap((one) => reading.years.get(one) ?? []);
  const degrees = requirements.flatMap((one) => reading.degrees.get(one) ?? []);
  const told = (kind: string) =>
    blocks
      .filter(({ section }) => section === kind)
      .map(({ start, end }) => ({ text: text.slice(start, end).trim(), span: { start, end } }));
  return {
    title: titled.title,
    title_span: titled.span,
    seniority: titled.title === null ? null : seniorityOf(titled.title),
    sections,
    requirements,
    skills,
    demands,
    basis,
    years: years.find((one) => one.skills.length === 0 && one.kind === 'required') ?? years[0] ?? null,
    all_years: years,
    degree: degrees.find(({ kind }) => kind === 'required') ?? degrees[0] ?? null,
    all_degrees: degrees,
    languages,
    responsibilities: told('responsibilities'),
    benefits: told('benefits'),
    location: locationIn(text),
    workplace: workplaceIn(text),
    employment: employmentIn(text),
    salary: salaryIn(text),
  };
}

class Reading {
  readonly requirements: Requirement[] = [];
  readonly languages: Posting['languages'] = [];
  readonly wanted: Wanted[] = [];
  readonly years = new Map<Requirement, Posting['all_years']>();
  readonly degrees = new Map<Requirement, Posting['all_degrees']>();
  private readonly text: string;
  private readonly mentions: SkillMention[];
  private readonly title: Span | null;

  constructor(text: string, mentions: SkillMention[], title: Span | null) {
    this.text = text;
    this.mentions = mentions;
    this.title = title;
  }

  clause(clause: Span, section: Posting['sections'][number]['kind']): void {
    const words = this.text.slice(clause.start, clause.end);
    // The job's own title names the work, and asks for nothing by itself.
    const hits = this.mentions.filter(
      ({ span }) => within(span, clause) && !(this.title && within(span, this.title)),
    );
    if (!asks(words, section)) {
      if (describesWork(words, section))
        this.want(clause, hits, () => 'mentioned', section === 'responsibilities');
      return;
    }
    const base = section === 'preferred' ? 'preferred' : 'required';
    const importance = importanceIn(this.text, { ...clause, hits: hits.map(({ span }) => span) }, base);
    this.want(clause, hits, importance, true);
    this.languages.push(...languagesIn(this.text, clause, hits, importance));
    const years = yearsIn(this.text, clause, hits, importance);
    const degrees = degreesIn(this.text, clause, importance);
    const kinds = new Set(hits.map(({ span }) => importance(span.start)));
    const kind =
      kinds.size === 0 ? importance(clause.start) : kinds.has('required') ? 'required' : [...kinds][0]!;
    if (kind === 'mentioned') return;
    const requirement: Requirement = {
      text: words,
      span: clause,
      kind,
      skills: [...new Set(hits.map(({ skill }) => skill.id))],
    };
    if (years[0]) requirement.years = years[0];
    if (degrees[0]) requirement.degree = degrees[0];
    this.years.set(requirement, years);
    this.degrees.set(requirement, degrees);
    this.requirements.push(requirement);
  }

  private want(
    clause: Span,
    hits: SkillMention[],
    importance: (at: number) => Importance,
    ofTheWork: boolean,
  ): void {
    const skills = hits.filter(({ skill }) => skill.kind !== 'spoken');
    for (const group of groupsOf(this.text, clause, skills)) {
      // «SQL (PostgreSQL preferred)»: alternatives of unlike importance are none.
      const byKind = Object.groupBy(group, ({ span }) => importance(span.start));
      for (const [kind, members] of Object.entries(byKind)) {
        this.wanted.push({ kind: kind as Importance, members: members!, ofTheWork });
      }
    }
  }
}

const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;
