import { createStore } from 'zustand/vanilla';
import { ApiError } from '../session/api.ts';

/** Where the key of this server is remembered, for this tab only. */
const KEY = 'orgora-create-key';

interface Question {
  /** The key that was just given is not the one. */
  readonly wrong: boolean;
  /** Goes on with a key, or gives up with `null`. */
  readonly answer: (key: string | null) => void;
}

/** What the dialog asks; `null` while nobody asks. */
export const keyQuestion = createStore<{ readonly question: Question | null }>()(() => ({ question: null }));

const askForKey = (wrong: boolean): Promise<string | null> =>
  new Promise((done) => {
    const answer = (key: string | null): void => {
      keyQuestion.setState({ question: null });
      done(key);
    };
    keyQuestion.setState({ question: { wrong, answer } });
  });

const isAboutKey = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.code.startsWith('create-key');

/** Makes something new; where the server wants its key for that, asks for it until it fits or the person gives up. */
export async function withKey<T>(make: (createKey: string | undefined) => Promise<T>): Promise<T> {
  let key = window.sessionStorage.getItem(KEY) ?? undefined;
  for (let asked = false; ; asked = true) {
    try {
      const made = await make(key);
      if (key !== undefined) window.sessionStorage.setItem(KEY, key);
      return made;
    } catch (error) {
      if (!isAboutKey(error)) throw error;
      window.sessionStorage.removeItem(KEY);
      const given = await askForKey(asked);
      if (given === null) throw error;
      key = given;
    }
  }
}
