// The common catalogue i18n/<language>/*.json reaches the screens in pieces, so that a route carries only its own texts:
//   import 'words:units'          Vietnamese texts office.units.*
//   import 'words:unit_kind'      words of a list of another area, unit_kind.*
//   import 'words:core'           what every screen needs
//   import('words:en')            the whole English dictionary of the office, for those who chose it
// Faults, events and the sentences of whole refusals come from the server inside its replies and stay out of the bundle.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('../i18n', import.meta.url));
const store = fileURLToPath(new URL('./src/shared/lib/i18n.ts', import.meta.url));
export const core = ['product', 'world', 'nav', 'action', 'state', 'list', 'lost', 'error', 'field', 'period'];
const lists = ['role', 'scope', 'grant', 'unit_kind', 'region', 'change_kind', 'part', 'cluster_kind', 'criteria_kind', 'confidence', 'purge_ground',
  'sheet_state', 'item_state', 'stage', 'via', 'plan_target', 'reading', 'progress', 'standing', 'standing_place', 'outcome', 'layer_level',
  'dossier', 'confirmation', 'condition_kind', 'withdrawal', 'council', 'agreement', 'leaf_rule', 'effect_on', 'effect_kind', 'effect_field', 'tie_rule', 'score', 'report_kind', 'report_level', 'report_state', 'report_action', 'timeliness', 'figure_group', 'letter.kind',
  'fault.score', 'fault.scoring'];
// Why an action is barred. An action carries a code without parameters, so a sentence with parameters is none of these.
const plain = (areas: RegExp) => ([key, text]: [string, string]): boolean => areas.test(key) && !text.includes('{');
const reason = plain(/^refusal\.((access|grant|org|criteria)\.|evidence\.purge_cited$)/);
const reviewReason = plain(/^refusal\.(assessment|sheet|item)\./); // a piece of its own, so that only the review carries it
const scoringReason = plain(/^refusal\.(scoring|agreement|score|closing|ranking)\./);
const reportReason = plain(/^refusal\.(periodic_report|report)\./);
const recognitionReason = plain(/^refusal\.(dossier|confirmation|withdrawal|session|council)\./);

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
}

function catalogue(language: string): [string, string][] {
  const files = readdirSync(join(root, language)).filter((file) => file.endsWith('.json'));
  return files.flatMap((file) => flat(JSON.parse(readFileSync(join(root, language, file), 'utf8')) as Tree));
}

const starts = (key: string, prefix: string): boolean => key === prefix || key.startsWith(`${prefix}.`);

function chosen(name: string): [string, string][] {
  if (name === 'en') return catalogue('en').filter((pair) => pair[0].startsWith('office.') || [reason, reviewReason, recognitionReason, scoringReason, reportReason].some((wanted) => wanted(pair)) || lists.some((list) => starts(pair[0], list)));
  const all = catalogue('vi');
  if (name === 'core') return all.filter(([key]) => core.some((prefix) => starts(key, `office.${prefix}`)));
  if (name === 'refusal') return all.filter(reason);
  if (name === 'review_refusal') return all.filter(reviewReason);
  if (name === 'report_refusal') return all.filter(reportReason);
  if (name === 'recognition_refusal') return all.filter(recognitionReason);
  if (name === 'scoring_refusal') return all.filter(scoringReason);
  return all.filter(([key]) => starts(key, `office.${name}`) || (lists.some((list) => starts(name, list)) && starts(key, name)));
}

export function words(): Plugin {
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith('words:') ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith('\0words:')) return undefined;
      const name = id.slice('\0words:'.length);
      const texts = chosen(name);
      if (texts.length === 0) this.error(`no text begins with "${name}"`);
      for (const language of ['vi', 'en'])
        for (const file of readdirSync(join(root, language))) this.addWatchFile(join(root, language, file));
      return `import { add } from ${JSON.stringify(store)};\nadd(${JSON.stringify(Object.fromEntries(texts))});`;
    },
  };
}
