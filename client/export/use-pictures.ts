import { useEffect, useState } from 'react';
import { withFont } from './png.ts';

/** Addresses of SVG pictures with their typeface, for `<img>`; the old ones stay until the new ones are there. */
export function usePictures(svgs: readonly string[]): readonly string[] {
  const [addresses, setAddresses] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    let made: readonly string[] = [];
    Promise.all(svgs.map(withFont)).then(
      (all) => {
        if (gone) return;
        made = all.map((svg) => URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })));
        setAddresses(made);
      },
      () => {
        // Without a line the typeface is not there: the pictures show with the system's.
        if (gone) return;
        made = svgs.map((svg) => URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })));
        setAddresses(made);
      },
    );
    return () => {
      gone = true;
      for (const address of made) URL.revokeObjectURL(address);
    };
  }, [svgs]);
  return addresses;
}
