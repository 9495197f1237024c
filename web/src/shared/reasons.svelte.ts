// Why a button is shut. The sentences come with the first shut button, so that no screen carries them before it needs them.
import { has, refusal, t } from './lib/i18n';

let arrived = $state(false);
let asked = false;

async function fetchSentences(): Promise<void> {
  await Promise.all([import('words:refusal'), import('words:review_refusal'), import('words:recognition_refusal'), import('words:scoring_refusal'), import('words:report_refusal')]);
  arrived = true;
}

/** The sentence of a refusal's code; a general one until it has arrived, or when there is none. */
export function reasonOf(code: string | null | undefined): string {
  if (!asked) {
    asked = true;
    void fetchSentences();
  }
  return arrived && code && has(`refusal.${code}`) ? refusal(code) : t('action.not_now');
}
