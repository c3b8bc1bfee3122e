/**
 * A number of 0 up to 1 that seed, wave and person decide: the same on every computer and however often it is asked for.
 * FNV-1a (32 bits), its bits mixed by the finalizer of MurmurHash3, for FNV alone leaves those of texts alike at the end close together.
 */
export function lotOf(seed: string, wave: number, id: string): number {
  let hash = 2166136261;
  for (const letter of `${seed} ${wave} ${id}`) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Whether somebody is of the share, in per cent, that a wave does not ask. */
export function isHeldOut(seed: string, wave: number, id: string, percent: number): boolean {
  return lotOf(seed, wave, id) < percent / 100;
}
