/** @import { OrderState, OrderStep } from '../types.js' */

/** The next act a dispatcher notes for a unit on the telephone. @type {Record<OrderState, OrderStep | null>} */
export const NEXT_STEP = {
  ordered: 'acknowledge',
  acknowledged: 'depart',
  en_route: 'arrive',
  on_scene: 'complete',
  complete: null,
  countermanded: null,
};

/** The states of an order that goes well, in their order. */
export const PROGRESS = /** @type {const} */ (['ordered', 'acknowledged', 'en_route', 'on_scene', 'complete']);
