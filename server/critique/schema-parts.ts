import { z } from 'zod';

const FURTHEST = 10_000_000;

/** Id of anything a page makes. */
export const id = z.string().regex(/^[A-Za-z0-9:_-]{1,64}$/, 'is not an id');
export const seat = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'is not a seat');
/** One line of at most this many characters. */
export const line = (most: number) => z.string().trim().max(most);
/** Text of at most this many characters, with line breaks. */
export const text = (most: number) => z.string().max(most);
export const whole = (least: number, most: number) => z.int().min(least).max(most);
export const coordinate = z.number().min(-FURTHEST).max(FURTHEST);
export const point = z.object({ x: coordinate, y: coordinate });
export const list = <T extends z.ZodType>(of: T, most: number) => z.array(of).max(most);
/** A record with at most this many entries. */
export const named = <K extends z.ZodType<string, string>, V extends z.ZodType>(key: K, value: V, most: number) =>
  z.record(key, value).refine((entries) => Object.keys(entries).length <= most, `has more than ${most} entries`);
