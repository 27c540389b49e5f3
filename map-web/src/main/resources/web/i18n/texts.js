/** @import { Language } from '../types.js' */
import { en } from './en.js';
import { zhCN } from './zh-CN.js';

/** @type {Record<Language, Readonly<Record<string, string>>>} */
const TEXTS = { 'zh-CN': zhCN, en };
const DAY_MS = 86_400_000;

/** Names in a message that passes by. */
const FEW = 6;

/** Words and figures in the reader's language. */
export class Texts {
  /** @param {() => Language} language */
  constructor(language) {
    this.language = language;
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values] for the {names} in it
   */
  t(key, values = {}) {
    const text = TEXTS[this.language()][key];
    if (text === undefined) throw new Error(`no text for ${key}`);
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  }

  /** The text of a code that data may bring and this version may not know. @param {string} group @param {string | null | undefined} code */
  code(group, code) {
    return TEXTS[this.language()][`${group}.${code}`] ?? String(code ?? '').replaceAll('_', ' ');
  }

  /** Codes of a group that have words. @param {string} group @returns {string[]} */
  codes(group) {
    const start = `${group}.`;
    return Object.keys(TEXTS[this.language()]).filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  }

  /** @param {string[]} names */
  list(names) {
    return names.join(this.t('join.list'));
  }

  /** The first of many names. @param {string[]} names */
  few(names) {
    return names.length > FEW ? `${this.list(names.slice(0, FEW))}…` : this.list(names);
  }

  /** @param {string[]} sentences */
  clauses(sentences) {
    return sentences.join(this.t('join.clause'));
  }

  /** Age of a datum, short: "4 s", "18 min", "3 h". @param {number} ms */
  age(ms) {
    const s = Math.max(0, Math.floor(ms / 1000));
    if (s < 60) return this.t('age.s', { n: s });
    if (s < 3600) return this.t('age.min', { n: Math.floor(s / 60) });
    return s < 172_800 ? this.t('age.h', { n: Math.floor(s / 3600) }) : this.t('age.d', { n: Math.floor(s / 86_400) });
  }

  /** Counting up: 06:41, from an hour on 1:06:41, from a day on "2 d 03:04". @param {number} ms */
  elapsed(ms) {
    const s = Math.max(0, Math.floor(ms / 1000));
    const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
    const hours = Math.floor(s / 3600);
    const minutes = two(Math.floor(s / 60) % 60);
    if (hours >= 24) return `${this.t('age.d', { n: Math.floor(hours / 24) })} ${two(hours % 24)}:${minutes}`;
    return hours ? `${hours}:${minutes}:${two(s % 60)}` : `${minutes}:${two(s % 60)}`;
  }

  /** Driving time in minutes, never 0. @param {number | null | undefined} s */
  minutes(s) {
    return s === null || s === undefined ? '—' : this.t('age.min', { n: Math.max(1, Math.round(s / 60)) });
  }

  /** @param {number} m */
  distance(m) {
    return m < 1000 ? `${Math.round(m)} m` : `${(m / 1000).toFixed(m < 10_000 ? 1 : 0)} km`;
  }

  /** Of something drawn: to the decimetre as long as that says something. @param {number} m */
  length(m) {
    return m < 1000 ? `${m.toFixed(1)} m` : `${(m / 1000).toFixed(m < 10_000 ? 3 : 2)} km`;
  }

  /** Small ones in m², fields and burnt areas in hectares, the rest in km². @param {number} m2 */
  area(m2) {
    if (m2 < 10_000) return `${m2.toFixed(0)} m²`;
    return m2 < 1_000_000 ? `${(m2 / 10_000).toFixed(2)} ha` : `${(m2 / 1_000_000).toFixed(3)} km²`;
  }

  /** Of a file. @param {number} n */
  bytes(n) {
    if (n < 1_000_000) return `${Math.max(1, Math.round(n / 1000))} KB`;
    return n < 1_000_000_000 ? `${(n / 1_000_000).toFixed(1)} MB` : `${(n / 1_000_000_000).toFixed(2)} GB`;
  }

  /** Of data that has both languages. @param {{label: string, label_zh?: string, label_en?: string}} named */
  label({ label, label_zh: zh, label_en: en }) {
    return (this.language() === 'en' ? en : zh) || label;
  }

  /** Time of day; with the date when it is another day. @param {number} ms @param {number} now */
  time(ms, now) {
    const at = new Date(ms);
    const clock = this.clock(ms);
    if (Math.abs(now - ms) < DAY_MS && at.getDate() === new Date(now).getDate()) return clock;
    return `${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')} ${clock}`;
  }

  /** Year, month and day. @param {number} ms */
  date(ms) {
    const at = new Date(ms);
    return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
  }

  /** 23 411, with thin spaces from 10 000 on. @param {number} n */
  count(n) {
    return n < 10_000 ? String(n) : String(n).replace(/\B(?=(\d{3})+$)/g, '\u2009');
  }

  /** HH:mm:ss in the browser's zone. @param {number} ms */
  clock(ms) {
    const at = new Date(ms);
    return [at.getHours(), at.getMinutes(), at.getSeconds()].map((n) => String(n).padStart(2, '0')).join(':');
  }

  /** HH:mm. @param {number} ms */
  hourMinute(ms) {
    return this.clock(ms).slice(0, 5);
  }
}
