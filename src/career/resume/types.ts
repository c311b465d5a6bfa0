/**
 * A CV in the form of JSON Resume (https://jsonresume.org/schema, version 1.0.0): the hub that every import leads to and
 * every export starts from. Every field may be missing; dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and an entry without
 * an `endDate` goes on.
 */
export interface Resume {
  basics?: Basics;
  work?: Work[];
  volunteer?: Volunteer[];
  education?: Education[];
  awards?: Award[];
  certificates?: Certificate[];
  publications?: Publication[];
  skills?: Skill[];
  languages?: Language[];
  interests?: Interest[];
  references?: Reference[];
  projects?: Project[];
  meta?: { canonical?: string; version?: string; lastModified?: string };
}

export interface Basics {
  name?: string;
  /** The job title under the name. */
  label?: string;
  image?: string;
  email?: string;
  phone?: string;
  url?: string;
  summary?: string;
  location?: {
    address?: string;
    postalCode?: string;
    city?: string;
    /** ISO 3166-1 alpha-2. */
    countryCode?: string;
    region?: string;
  };
  profiles?: { network?: string; username?: string; url?: string }[];
}

export interface Work {
  name?: string;
  location?: string;
  description?: string;
  position?: string;
  url?: string;
  startDate?: string;
  endDate?: string;
  summary?: string;
  highlights?: string[];
}

export interface Volunteer extends Omit<Work, 'name' | 'location' | 'description'> {
  organization?: string;
}

export interface Education {
  institution?: string;
  url?: string;
  /** The subject. */
  area?: string;
  /** The degree. */
  studyType?: string;
  startDate?: string;
  endDate?: string;
  score?: string;
  courses?: string[];
}

export interface Award {
  title?: string;
  date?: string;
  awarder?: string;
  summary?: string;
}

export interface Certificate {
  name?: string;
  date?: string;
  url?: string;
  issuer?: string;
}

export interface Publication {
  name?: string;
  publisher?: string;
  releaseDate?: string;
  url?: string;
  summary?: string;
}

export interface Skill {
  name?: string;
  level?: string;
  keywords?: string[];
}

export interface Language {
  language?: string;
  fluency?: string;
}

export interface Interest {
  name?: string;
  keywords?: string[];
}

export interface Reference {
  name?: string;
  reference?: string;
}

export interface Project {
  name?: string;
  description?: string;
  highlights?: string[];
  keywords?: string[];
  startDate?: string;
  endDate?: string;
  url?: string;
  roles?: string[];
  entity?: string;
  type?: string;
}

/** Characters `start` (from 0) to `end` (not included) of a text, in UTF-16 code units as JavaScript counts. */
export interface Span {
  start: number;
  end: number;
}

/** Where in the source text each field stands, by JSON pointer (RFC 6901): `/work/0/name`. */
export type SourceSpans = Record<string, Span[]>;
