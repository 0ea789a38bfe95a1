/** What is true of every board that is read, whatever was merged: made true by `repair`, checked apart by `violations`. */
export { cycleCuts, repair } from './repair.ts';
export { violations } from './violations.ts';
