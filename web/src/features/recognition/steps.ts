// The steps of a dossier as the screen sends them: which address, which fields of the form. Whether one may is the server's answer.
import { post } from '../../shared/api/client';
import { sentPaper, whole, type StepPaper } from './paper';
import type { DossierView } from './types';

export type Special = 'posting' | 'vote' | 'conclusion' | 'requests' | 'note' | 'counts_from';

export interface StepForm { paper: StepPaper; from: string; until: string; present: string; inFavour: string; against: string; met: string; requests: string; dueOn: string; countsFrom: string }

interface Step { asks: Special[]; send: (id: string, form: StepForm, version: string) => Promise<DossierView> }

const vote = (form: StepForm): { present: number; in_favour: number; against: number } => ({ present: whole(form.present), in_favour: whole(form.inFavour), against: whole(form.against) });
const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);

export const steps: Record<string, Step> = {
  record_self_assessment: { asks: [], send: (id, f, version) => post('/api/dossiers/{id}/self-assessment', { path: { id }, body: sentPaper(f.paper), version }) },
  record_posting: { asks: ['posting'], send: (id, f, version) => post('/api/dossiers/{id}/posting', { path: { id }, body: { ...sentPaper(f.paper), from: f.from, until: f.until }, version }) },
  record_commune_meeting: { asks: ['vote'], send: (id, f, version) => post('/api/dossiers/{id}/commune-meeting', { path: { id }, body: { ...sentPaper(f.paper), ...vote(f) }, version }) },
  submit_dossier: { asks: [], send: (id, f, version) => post('/api/dossiers/{id}/submission', { path: { id }, body: sentPaper(f.paper), version }) },
  record_district_check: { asks: [], send: (id, f, version) => post('/api/dossiers/{id}/district-check', { path: { id }, body: sentPaper(f.paper), version }) },
  forward_dossier: { asks: ['vote'], send: (id, f, version) => post('/api/dossiers/{id}/district-proposal', { path: { id }, body: { ...sentPaper(f.paper), ...vote(f) }, version }) },
  receive_dossier: { asks: [], send: (id, f, version) => post('/api/dossiers/{id}/receipt', { path: { id }, body: sentPaper(f.paper), version }) },
  record_appraisal_report: {
    asks: ['conclusion'],
    send: (id, f, version) => post('/api/dossiers/{id}/appraisal-report', { path: { id }, body: { ...sentPaper(f.paper), met: f.met === '' ? null : f.met === 'met' }, version }),
  },
  decide_dossier: {
    asks: ['counts_from'],
    send: (id, f, version) => post('/api/dossiers/{id}/decision', { path: { id }, body: { ...sentPaper(f.paper), day: f.paper.day || null, counts_from: f.countsFrom || f.paper.day }, version }),
  },
  announce_recognition: { asks: [], send: (id, f, version) => post('/api/dossiers/{id}/announcement', { path: { id }, body: sentPaper(f.paper), version }) },
  send_dossier_back: {
    asks: ['requests'],
    send: (id, f, version) => post('/api/dossiers/{id}/return', { path: { id }, body: { ...sentPaper(f.paper), requests: lines(f.requests), due_on: f.dueOn }, version }),
  },
  complete_dossier: { asks: [], send: (id, f, version) => post('/api/dossiers/{id}/completion', { path: { id }, body: sentPaper(f.paper), version }) },
  turn_dossier_down: { asks: ['note'], send: (id, f, version) => post('/api/dossiers/{id}/refusal', { path: { id }, body: sentPaper(f.paper), version }) },
  withdraw_dossier: { asks: ['note'], send: (id, f, version) => post('/api/dossiers/{id}/withdrawal', { path: { id }, body: sentPaper(f.paper), version }) },
};

/** The operation that takes a stage of the main line; the council's stages have screens of their own. */
export const operationOf: Record<string, string> = {
  self_assess: 'record_self_assessment', post: 'record_posting', hold_meeting: 'record_commune_meeting', submit: 'submit_dossier', check: 'record_district_check',
  forward: 'forward_dossier', receive: 'receive_dossier', appraise: 'record_appraisal_report', take_to_council: 'plan_council_session', decide: 'decide_dossier', announce: 'announce_recognition',
};
