/** Sites where people have a profile, with where its address holds the person's name. */
const networks: { network: string; host: RegExp; path: RegExp; make: (name: string) => string }[] = [
  {
    network: 'LinkedIn',
    host: /(?:^|\.)linkedin\.com$/,
    path: /^\/(?:in|pub)\/([^/?#]+)/,
    make: (n) => `https://linkedin.com/in/${n}`,
  },
  {
    network: 'GitHub',
    host: /^(?:www\.)?github\.com$/,
    path: /^\/([^/?#]+)\/?$/,
    make: (n) => `https://github.com/${n}`,
  },
  {
    network: 'GitLab',
    host: /^(?:www\.)?gitlab\.com$/,
    path: /^\/([^/?#]+)\/?$/,
    make: (n) => `https://gitlab.com/${n}`,
  },
  {
    network: 'Twitter',
    host: /^(?:www\.|mobile\.)?(?:twitter|x)\.com$/,
    path: /^\/@?([^/?#]+)/,
    make: (n) => `https://twitter.com/${n}`,
  },
  {
    network: 'XING',
    host: /(?:^|\.)xing\.com$/,
    path: /^\/profile\/([^/?#]+)/,
    make: (n) => `https://www.xing.com/profile/${n}`,
  },
  {
    network: 'Behance',
    host: /(?:^|\.)behance\.net$/,
    path: /^\/([^/?#]+)/,
    make: (n) => `https://www.behance.net/${n}`,
  },
  {
    network: 'Dribbble',
    host: /(?:^|\.)dribbble\.com$/,
    path: /^\/([^/?#]+)/,
    make: (n) => `https://dribbble.com/${n}`,
  },
  {
    network: 'Medium',
    host: /^(?:www\.)?medium\.com$/,
    path: /^\/@?([^/?#]+)/,
    make: (n) => `https://medium.com/@${n}`,
  },
  {
    network: 'Stack Overflow',
    host: /(?:^|\.)stackoverflow\.com$/,
    path: /^\/users\/(\d+)/,
    make: (n) => `https://stackoverflow.com/users/${n}`,
  },
  {
    network: 'Kaggle',
    host: /(?:^|\.)kaggle\.com$/,
    path: /^\/([^/?#]+)/,
    make: (n) => `https://www.kaggle.com/${n}`,
  },
  {
    network: 'ORCID',
    host: /(?:^|\.)orcid\.org$/,
    path: /^\/([\dX-]{19})/,
    make: (n) => `https://orcid.org/${n}`,
  },
  {
    network: 'Google Scholar',
    host: /^scholar\.google\./,
    path: /[?&]user=([^&]+)/,
    make: (n) => `https://scholar.google.com/citations?user=${n}`,
  },
  {
    network: 'Instagram',
    host: /(?:^|\.)instagram\.com$/,
    path: /^\/([^/?#]+)/,
    make: (n) => `https://www.instagram.com/${n}`,
  },
  {
    network: 'YouTube',
    host: /(?:^|\.)youtube\.com$/,
    path: /^\/(?:c\/|@)?([^/?#]+)/,
    make: (n) => `https://www.youtube.com/@${n}`,
  },
];

export interface Profile {
  network: string;
  username?: string;
  url: string;
}

/** Further sites by the part of their address that names them, so that it is spelled as they do. */
const spelled = new Map(
  'SoundCloud|CodePen|Bitbucket|HackerRank|LeetCode|ResearchGate|Substack|Vimeo|Facebook|Bluesky|Telegram|Codeberg|ArtStation|Flickr|Spotify|Bandcamp|Pinterest|TikTok|Patreon|Crunchbase|AngelList|Wellfound|Academia|SourceForge|Mastodon|Glassdoor|Vivino|IMDb|npm|PyPI|Devpost|Topcoder|Codeforces|Exercism'
    .split('|')
    .map((name) => [name.toLowerCase(), name]),
);

/** A site we do not know, with one name behind its host: called as its address is. */
function otherProfile(address: URL, url: string): Profile | null {
  const name = /^\/(?:(?:users?|in|people|profile|u)\/)?[@~]?([\w.%-]{2,40})\/?$/.exec(address.pathname)?.[1];
  if (!name) return null;
  const host = address.hostname.replace(/^www\./, '');
  const network = host
    .split('.')
    .map((label) => spelled.get(label))
    .find((label) => label !== undefined);
  return { network: network ?? host, username: readable(name), url };
}

/**
 * The profile that an address leads to, or a user name behind a label («GitHub: mira»); null for any other site,
 * unless `isOther` says that any address with one name behind its host is one.
 */
export function profileOf(url: string, hint: string, isOther = false): Profile | null {
  const parsed = URL.parse(url);
  if (parsed?.host) {
    const known = networks.find(({ host }) => host.test(parsed.hostname));
    if (!known) return isOther ? otherProfile(parsed, url) : null;
    const name = known.path.exec(parsed.pathname + parsed.search)?.[1];
    const username = name === undefined ? undefined : readable(name);
    return { network: known.network, ...(username ? { username } : {}), url };
  }
  const name = /(\S+)$/.exec(url)?.[1]?.replace(/^@/, '');
  const asked = hint.replace(/[^a-z]/g, '');
  const known = networks.find(
    ({ network }) =>
      asked.startsWith(network.toLowerCase().replace(/[^a-z]/g, '')) ||
      (network === 'Twitter' && asked === 'x'),
  );
  return known && name
    ? { network: known.network, username: name, url: known.make(encodeURIComponent(name)) }
    : null;
}

function readable(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // Not every % in an address begins an escape.
    return name;
  }
}
