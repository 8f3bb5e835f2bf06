/** Which addresses of the internet protocol are public: a page may be fetched from there and from nowhere else. */
import { BlockList, isIP } from 'node:net'

/** Special-purpose ranges of the IANA registries (RFC 6890), multicast and what is reserved. */
const ranges: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
]

/** One list a family: a list takes an IPv4 address for the mapped IPv6 one, and those are all closed. */
const closed = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [address, prefix] of ranges) {
  const family = address.includes(':') ? 'ipv6' : 'ipv4'
  closed[family].addSubnet(address, prefix, family)
}

/** Whether a numeric address is one that the public internet routes. */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  if (version === 0) return false
  const family = version === 4 ? 'ipv4' : 'ipv6'
  return !closed[family].check(address, family)
}
