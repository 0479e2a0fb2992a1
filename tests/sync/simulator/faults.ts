/**
 * Mistakes one could make, each planted around the real functions. A simulator that does not notice
 * one of them proves nothing about the code without it.
 */
export const faults = {
  skipPending: "a pulled row with pending edits is not taken",
  noClamp: "the server accepts any stamp",
  snapEndsAtNow:
    "after a snapshot the device goes on from the server's sequence, not from its upper bound",
  ackByCount: "an answer acknowledges as many records as were sent, whichever they were",
  noDedupe: "the server applies a repeated push again",
  hlcNotPersisted: "a crash forgets the clock",
  noFloor: "the server answers a device that missed forgotten deletions",
  dropAcked: "an acknowledged edit leaves the overlay at once",
  noRecv: "the clock is not advanced by what is received",
  promoteOnAck: "an acknowledged edit becomes the server's row without a pull",
  patchCreates: "a patch to an unknown row makes one",
  staleCursor: "a page for another cursor is taken",
  cursorFirst: "the cursor is written before the rows, in a transaction of its own",
  dropMidPage: "acknowledged edits leave the overlay before the pull is complete",
  noCatchup: "a snapshot counts as complete before the pull after it",
  forgetsAnswer: "a repeated push is not told again what was rejected",
  noHeal: "after a restore the devices keep newer rows to themselves",
  sameNumbers: "after a restore a device goes on under its old id",
  noSweep: "rows that a snapshot does not name stay",
  restampIgnored: "the device keeps its own stamp where the server gave another",
  unfoldOvertakes: "a staged row takes the place of a newer one",
  stagedUnseen: "a staged row does not count as named by the snapshot",
  pageLost: "the cursor passes a page that was not kept",
  notBroughtIn: "an edit of a staged row is decided on without it",
  unheard: "a push sent ahead is decided on though nobody has heard what was rejected before it",
  cutUntold: "a window that is cut says that it ends where it was to",
  windowSkipped: "a window is taken though the one above it was not",
  calmTooSoon: "the clock comes back while edits stamped ahead are still to be sent",
} as const;

export type Fault = keyof typeof faults;
