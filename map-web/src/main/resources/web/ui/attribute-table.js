/** @import { Attribute } from '../layer-types.js' */
import { html } from 'lit';
import { pasted } from '../model/editing/rows.js';
import { control } from './attribute-field.js';
import { Panel } from './panel.js';

/** An attribute whose value is rows: stock, households, a rating table. A block copied from a spreadsheet fills it. */
export class AttributeTable extends Panel {
  static properties = { ...Panel.properties, attribute: { attribute: false }, rows: { attribute: false }, written: { attribute: false } };

  constructor() {
    super();
    /** @type {Attribute} */
    this.attribute = { name: '', type: 'table', label: '' };
    /** @type {Record<string, string>[]} */
    this.rows = [];
    /** @type {(rows: Record<string, string>[]) => void} */
    this.written = () => undefined;
  }

  /** @override */
  render() {
    const { columns = [], name } = this.attribute;
    const head = (/** @type {Attribute} */ column) => html`<th scope="col">${this.app.texts.label(column)}${column.unit ? html` <small>${this.app.texts.code('measure', column.unit)}</small>` : ''}${column.required ? html` <b class="required">*</b>` : ''}</th>`;
    return html`<div class="row-table" data-testid="table-${name}"><table><thead><tr>${columns.map(head)}<th><span class="visually-hidden">${this.t('editing.removeRow')}</span></th></tr></thead>
      <tbody>${this.rows.map((row, i) => html`<tr data-row=${i}>${columns.map((column) => html`<td>${this.cell(column, row, i)}</td>`)}
        <td><button type="button" class="quiet small" aria-label="${this.t('editing.removeRow')} ${i + 1}" @click=${() => this.written(this.rows.filter((_, j) => j !== i))}>×</button></td></tr>`)}</tbody></table>
      <button type="button" class="small" data-testid="add-row" @click=${this.add}>${this.t('editing.addRow')}</button></div>`;
  }

  /** @param {Attribute} column @param {Record<string, string>} row @param {number} i */
  cell(column, row, i) {
    const typed = (/** @type {Event} */ event) => {
      const { value } = /** @type {HTMLInputElement} */ (event.target);
      this.written(this.rows.map((it, j) => (i === j ? { ...it, [column.name]: value } : it)));
    };
    return html`<span @paste=${(/** @type {ClipboardEvent} */ event) => this.paste(event, i, column)}>${control(this.app, column, {
      name: `${this.attribute.name}/${i}/${column.name}`, value: row[column.name] ?? '', problem: '', typed, label: `${this.app.texts.label(column)} ${i + 1}`,
    })}</span>`;
  }

  /** @param {ClipboardEvent} event @param {number} row @param {Attribute} column */
  paste(event, row, column) {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    this.written(pasted(this.rows, (this.attribute.columns ?? []).map(({ name }) => name), row, column.name, text));
  }

  async add() {
    this.written([...this.rows, {}]);
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('tbody tr:last-child :is(input, select)'))?.focus();
  }
}
customElements.define('wl-attribute-table', AttributeTable);
