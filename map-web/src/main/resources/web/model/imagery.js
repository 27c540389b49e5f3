/** @import { Background, Imagery } from '../imagery-types.js' */

/** The imagery behind the map; null when it is the base map, or what was chosen is not there or cannot be shown. @param {{imagery: readonly Imagery[], background: Background}} store @returns {Imagery | null} */
export function imageryShown({ imagery, background }) {
  return imagery.find((it) => it.id === background.id && it.state !== 'refused') ?? null;
}
