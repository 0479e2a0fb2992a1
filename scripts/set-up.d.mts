import type { SpawnOptions } from "node:child_process";

export const root: string;
export class Plain extends Error {}
export function checkNode(version?: string): void;
export function packagesAreStale(folder?: string): boolean;
export function installPackages(say: (line: string) => void): Promise<void>;
export function newerNode(folder?: string): string;
export function toolEnvironment(node: string, folder?: string): NodeJS.ProcessEnv;
export function run(program: string, args: string[], options?: SpawnOptions): Promise<number>;
export function runMain(main: () => Promise<number>): Promise<void>;
