// A reorganisation as the data file writes it (law/reorganisations.yaml): the form only writes this text, the server reads
// and judges it. Texts are single-quoted, so nothing typed can become structure.

export const verbs = ['merge', 'split', 'rename', 'convert', 'move', 'create', 'dissolve'] as const;
export type Verb = (typeof verbs)[number];

export interface Line { verb: Verb; unit: string; name: string; kind: string; parent: string; from: string; note: string }
export interface Head { key: string; day: string; title: string; instrument: string; signed_on: string; confidence: string; source: string; note: string }

export const emptyLine = (unit = ''): Line => ({ verb: 'rename', unit, name: '', kind: '', parent: '', from: '', note: '' });

export const quote = (text: string): string => `'${text.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/'/g, "''")}'`;

function codes(text: string): string {
  return `[${text.split(/[\s,;]+/).filter(Boolean).map(quote).join(', ')}]`;
}

/** Which fields a verb asks for, in the order of the form. */
export const fieldsOf: Record<Verb, (keyof Line)[]> = {
  merge: ['unit', 'from', 'name', 'kind', 'parent'],
  split: ['unit', 'name', 'kind', 'parent'],
  rename: ['unit', 'name'],
  convert: ['unit', 'name', 'kind'],
  move: ['unit', 'parent'],
  create: ['unit', 'name', 'kind', 'parent'],
  dissolve: ['unit', 'parent'],
};

function lineText(line: Line): string {
  const pairs: [string, string][] = [['do', line.verb]];
  const add = (key: string, value: string): void => void (value.trim() && pairs.push([key, quote(value)]));
  if (line.verb === 'merge') {
    add('into', line.unit);
    pairs.push(['from', codes(line.from)]);
  } else if (line.verb === 'create') {
    add('code', line.unit);
  } else if (line.verb !== 'split') {
    add('unit', line.unit);
  }
  if (line.verb === 'split') {
    add('unit', line.unit);
    const piece = [`name: ${quote(line.name)}`, line.kind && `kind: ${line.kind}`, line.parent && `parent: ${quote(line.parent)}`].filter(Boolean);
    pairs.push(['keeps', 'true'], ['into', `[{${piece.join(', ')}}]`]);
  } else {
    add('name', line.name);
    if (line.kind) pairs.push(['kind', line.kind]);
    add(line.verb === 'dissolve' ? 'within' : 'parent', line.parent);
  }
  add('note', line.note);
  return `- {${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')}}`;
}

export function draftText(head: Head, lines: Line[]): string {
  const rows = [
    `key: ${quote(head.key)}`, `day: ${quote(head.day)}`, `title: ${quote(head.title)}`, `instrument: ${quote(head.instrument)}`,
    `signed_on: ${head.signed_on ? quote(head.signed_on) : 'unknown'}`, `confidence: ${head.confidence}`, `source: ${quote(head.source)}`,
  ];
  if (head.note.trim()) rows.push(`note: ${quote(head.note)}`);
  return [...rows, 'lines:', ...lines.map(lineText)].join('\n') + '\n';
}
