import {
  pullPage,
  pushAnswer,
  snapPage,
  type PullPage,
  type PushAnswer,
  type SnapPage,
} from "@/lib/sync/change";
import { answerWithData, LINES, splitLines, withData } from "@/lib/sync/page-wire";

/** What the sync routes answered, as a device reads it. */

export async function readPull(answer: Response): Promise<PullPage> {
  const { head, data } = await linesIn(answer);
  return withData(pullPage.parse(head), data);
}

export async function readSnap(answer: Response): Promise<SnapPage> {
  const { head, data } = await linesIn(answer);
  return withData(snapPage.parse(head), data);
}

export async function readPushed(answer: Response): Promise<PushAnswer> {
  const isTwo = answer.headers.get("content-type")?.startsWith(LINES);
  if (!isTwo) return answerWithData(pushAnswer.parse(await answer.json()), new Uint8Array());
  const { head, data } = await linesIn(answer);
  return answerWithData(pushAnswer.parse(head), data);
}

async function linesIn(answer: Response) {
  return splitLines(new Uint8Array(await answer.arrayBuffer()));
}
