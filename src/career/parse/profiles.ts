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

/** The profile that an address leads to, or a user name behind a label («GitHub: mira»); null for any other site. */
export function profileOf(url: string, hint: string): Profile | null {
  const parsed = URL.parse(url);
  if (parsed?.host) {
    const known = networks.find(({ host }) => host.test(parsed.hostname));
    if (!known) return null;
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
