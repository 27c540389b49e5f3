/**
 * Files in: any file of an office becomes rows of a layer, or a report that says why not. The path
 * is one for all formats: {@link org.wanglou.gis.intake.Upload} (unpacked safely, format told by
 * content) → a {@link org.wanglou.gis.intake.SourceFile} that reads {@link
 * org.wanglou.gis.intake.RawRow}s one by one → {@link org.wanglou.gis.intake.RowReading}
 * (coordinate system, geometry, fields) → features for the layer's store.
 *
 * <p>Invariants: nothing is guessed about coordinates; no row is held longer than it takes to store
 * it, so that memory does not grow with the file; what a file contains is never executed, resolved
 * or fetched.
 */
package org.wanglou.gis.intake;
