// Photographed pages on their way to become one PDF.
import { post } from '../../shared/api/client';
import type { Evidence } from '../../shared/api/types';
import { shrunk } from '../../shared/lib/picture';
import { upload } from '../../shared/lib/tus';
import { metadata, type Wanted } from './evidence';

/** A page that was sent keeps the id of its upload, so that a second try sends only what is missing. */
export interface Page { key: number; file: File; upload: string }

let keys = 0;
export const pageOf = (file: File): Page => ({ key: ++keys, file, upload: '' });

export interface Binding extends Wanted { smaller: boolean }
export interface Watch { onpage: (number: number) => void; onwaiting: (waiting: boolean) => void; signal: AbortSignal }

/** Sends the pages that have not been sent, in their order, and has them bound. */
export async function bound(pages: Page[], wanted: Binding, watch: Watch): Promise<Evidence> {
  for (const [i, page] of pages.entries()) {
    watch.onpage(i + 1);
    if (page.upload) continue;
    // What no browser can draw goes as it is: the server says what is wrong with it.
    const file = wanted.smaller ? await shrunk(page.file).catch(() => page.file) : page.file;
    page.upload = await upload({ file, metadata: metadata(file, wanted), onwaiting: watch.onwaiting, signal: watch.signal });
  }
  const body = { unit_id: wanted.unit, title: wanted.title.trim(), expires_on: wanted.expires || null, pages: pages.map((page) => ({ upload: page.upload, evidence: null })) };
  return post('/api/evidence/pages', { body });
}
