// Answers: which UUID does a name have in this project's namespace? Source: RFC 9562, version 5.
import { sha1 } from "js-sha1";

/** 5b1f1ac0-6d0e-5d1f-9c3c-6f0a7f0d4e11: of all UUIDs of this project that are made from names. */
const NAMESPACE = [0x5b, 0x1f, 0x1a, 0xc0, 0x6d, 0x0e, 0x5d, 0x1f, 0x9c, 0x3c, 0x6f, 0x0a, 0x7f, 0x0d, 0x4e, 0x11];

/** As `v5` of the package uuid makes it; a bundle of 100 000 relations has so many ids that its time is half of that of all. */
export function nameUuid(name: string): string {
  const hex = sha1.create().update(NAMESPACE).update(name).hex();
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
