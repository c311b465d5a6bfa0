import ipaddr from 'ipaddr.js';

/** Addresses of the public internet that packets can be sent to, in IPv6. */
const globalUnicast = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];
/** By which hosts without IPv4 reach IPv4 (RFC 6052): the last 32 bits are the real address. */
const nat64 = ipaddr.parseCIDR('64:ff9b::/96') as [ipaddr.IPv6, number];

/**
 * Whether an address is one of the public internet. Everything with a purpose of its own is not: loopback, private and
 * shared nets, link-local, multicast, documentation, tunnels (6to4, Teredo), and IPv4 in disguise where what is inside
 * is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().range() === 'unicast';
  if (parsed.match(nat64)) return new ipaddr.IPv4(parsed.toByteArray().slice(12)).range() === 'unicast';
  return parsed.range() === 'unicast' && parsed.match(globalUnicast);
}

/** Names that mean this machine or its own network, wherever they lead. */
export function isLocalName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  const isLocalDomain =
    /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)$/.test(name);
  return isLocalDomain || (!name.includes('.') && !name.includes(':'));
}
