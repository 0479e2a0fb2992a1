/** Work somebody waits for, and work that lets it go first. Both in one context: the background. */

let underWay = 0;
let resume: (() => void)[] = [];

/** While this runs, what gives way stands still at its next step. */
export async function goFirst<T>(work: () => Promise<T>): Promise<T> {
  underWay++;
  try {
    return await work();
  } finally {
    if (--underWay === 0) {
      for (const go of resume) go();
      resume = [];
    }
  }
}

/** Between two steps of what nobody waits for: lets every event in, and whoever goes first. */
export async function giveWay(): Promise<void> {
  await new Promise((next) => setTimeout(next));
  while (isWaitedFor()) await new Promise<void>((go) => resume.push(go));
}

function isWaitedFor(): boolean {
  return underWay > 0;
}
