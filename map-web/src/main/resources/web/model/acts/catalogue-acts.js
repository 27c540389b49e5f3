/** @import { LayerType } from '../../layer-types.js' */
/** @import { AttributeForm, Catalogue, TypeForm } from '../../editing-types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { EditingApi } from '../../net/editing-api.js' */
/** @import { Store } from '../store.js' */
import { ApiError } from '../../net/api.js';
import { asLayerWish, emptyType, formOfType, rebased, wantingOfType } from '../editing/type-form.js';
import { told } from './problems.js';

const OVERTAKEN = '/If-Match';

/** Which layers there are and what is known of their features; for administrators. */
export class CatalogueActs {
  /** @param {{store: Store, editingApi: EditingApi, texts: Texts}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.editingApi;
    this.texts = parts.texts;
  }

  open() {
    this.show({ form: null, note: '' });
  }

  close() {
    this.store.editing.catalogue = null;
    this.store.notify('catalogue');
  }

  /** From the form to the list, from the list to the map. */
  leave() {
    if (this.store.editing.catalogue?.form) this.show({ form: null, note: '' });
    else this.close();
  }

  /** @param {LayerType | null} type null: a new one */
  begin(type) {
    this.show({ form: type ? formOfType(type) : emptyType(), note: '' });
  }

  /** @param {Partial<TypeForm>} change */
  write(change) {
    const { catalogue } = this.store.editing;
    if (catalogue?.form) this.show({ ...catalogue, form: { ...catalogue.form, ...change } });
  }

  /** @param {AttributeForm[]} attributes */
  writeAttributes(attributes) {
    this.write({ attributes, errors: [] });
  }

  async save() {
    const form = this.store.editing.catalogue?.form;
    if (!form || form.busy) return;
    const wanting = wantingOfType(form);
    this.write({ wanting, errors: [], problem: '' });
    if (Object.keys(wanting).length) return;
    const wish = asLayerWish(form);
    if (form.base && !Object.keys(wish).length) {
      this.leave();
      return;
    }
    this.write({ busy: true });
    try {
      this.saved(form.base ? await this.api.changeLayer(form.base.id, wish, form.base.catalogue_revision ?? 0) : await this.api.createLayer(wish));
    } catch (cause) {
      await this.refused(cause);
    }
  }

  /** @param {LayerType} type */
  saved(type) {
    const { store } = this;
    const known = store.layerTypes.find(({ id }) => id === type.id);
    const whole = { ...known, ...type, count: type.count ?? known?.count ?? 0 };
    store.layerTypes = known ? store.layerTypes.map((it) => (it === known ? whole : it)) : [...store.layerTypes, whole];
    this.show({ form: null, note: this.texts.t('catalogue.saved', { name: this.texts.label(type) }) });
    store.notify('layers');
  }

  /** @param {unknown} cause */
  async refused(cause) {
    const { title, detail } = told(cause, this.texts);
    const answer = cause instanceof ApiError ? cause : null;
    this.write({ busy: false, errors: answer?.errors ?? [], problem: [title, detail].filter(Boolean).join(' ') });
    if (answer?.status === 409 && answer.errors.some(({ pointer }) => pointer === OVERTAKEN)) await this.lookAgain();
  }

  /** Puts this person's changes on the newest state. */
  async lookAgain() {
    const id = this.store.editing.catalogue?.form?.base?.id;
    if (!id) return;
    try {
      const latest = await this.api.layer(id);
      const form = this.store.editing.catalogue?.form;
      if (form?.base?.id === id) this.write(rebased(form, latest));
    } catch (cause) {
      told(cause, this.texts); // the refusal stands there already; without an answer there is nothing to add
    }
  }

  /** @param {Catalogue} catalogue */
  show(catalogue) {
    this.store.editing.catalogue = catalogue;
    this.store.notify('catalogue');
  }
}
