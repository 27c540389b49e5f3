package org.wanglou.command.intake;

import java.nio.file.Path;
import java.time.Clock;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Messages;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.ids.Uuid7;
import org.wanglou.gis.intake.IntakeLimits;

/** Builds the domain and registers its operations; close it before the database. */
public final class Intake implements AutoCloseable {
  private final Imports imports;

  /**
   * @param folder for files under way, emptied at the start
   * @param largestBytes of a file that is sent
   */
  public Intake(
      Database database,
      EventLog events,
      Clock clock,
      Uuid7 ids,
      Path folder,
      long largestBytes,
      Api api) {
    var limits = IntakeLimits.STANDARD;
    var messages = new Messages();
    var uploads = new KeptUploads(folder, clock);
    imports =
        new Imports(database, new ImportFile(database, events, uploads, clock, limits), ids, clock);
    new ImportRoutes(
            database,
            uploads,
            new InspectFile(database, uploads, limits),
            imports,
            messages,
            clock,
            largestBytes)
        .register(api);
    new ExportRoutes(database, uploads, clock).register(api);
  }

  @Override
  public void close() throws InterruptedException {
    imports.close();
  }
}
