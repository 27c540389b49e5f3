/**
 * The layer catalogue and the features of the layers: read by everybody, features edited by the
 * desk, the catalogue by administrators. Layers belong to no realm, so only a sender in the real
 * one may change them; each change is one transaction of that realm with one event. Whoever edits
 * names the revision that was edited; of two who did, the later is shown the other's version.
 *
 * <p>What a feature is and what its history keeps stands in {@code org.wanglou.gis.layer}. Uses
 * {@code county} to notice swapped coordinates.
 */
package org.wanglou.command.layer;
