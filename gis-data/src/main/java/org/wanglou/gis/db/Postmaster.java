package org.wanglou.gis.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The server process that a data folder names, if it really is one of this folder. What
 * postmaster.pid says may be old: after a crash of the machine its number may be that of any other
 * process, and in a copy of a folder it is the number of the original's server.
 *
 * @param port on 127.0.0.1
 */
record Postmaster(long pid, int port) {
  /** Lines of postmaster.pid: PostgreSQL's src/include/utils/pidfile.h. */
  private static final int PORT_LINE = 3;

  private static final int PATIENCE_S = 60;

  /** Says whether a server works on the folder: it must see what we put there. */
  private enum Sight {
    OURS,
    ANOTHER,
    SILENT
  }

  /**
   * The server that runs on a data folder. A postmaster.pid that hinders a start for no reason is
   * taken away.
   *
   * @param beside a folder beside the data folder
   * @throws ClusterFailure when a PostgreSQL of that number lives and says nothing
   */
  static Optional<Postmaster> of(Path data, Path beside, String superuser, String password)
      throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(file);
    if (lines.size() <= PORT_LINE) { // cut off when the machine crashed
      Files.delete(file);
      return Optional.empty();
    }
    var named =
        new Postmaster(
            Long.parseLong(lines.get(0).trim()), Integer.parseInt(lines.get(PORT_LINE).trim()));
    if (!named.exists()) {
      return Optional.empty(); // PostgreSQL itself knows what to do about it
    }
    if (named.isPostgres() && named.sees(data, beside, superuser, password)) {
      return Optional.of(named);
    }
    Files.deleteIfExists(file);
    return Optional.empty();
  }

  private boolean exists() {
    return Files.exists(Path.of("/proc/" + pid));
  }

  private boolean isPostgres() throws IOException {
    Path name = Path.of("/proc/" + pid + "/comm");
    return Files.exists(name) && Files.readString(name).strip().equals("postgres");
  }

  /** Whether it works on this very folder; waits while it starts. */
  private boolean sees(Path data, Path beside, String superuser, String password)
      throws IOException {
    Path mark = Files.createTempFile(beside, "here-", "");
    try {
      for (int s = 0; s < PATIENCE_S && isPostgres(); s++) {
        var sight = look(data.getParent().relativize(mark), superuser, password);
        if (sight != Sight.SILENT) {
          return sight == Sight.OURS;
        }
        TimeUnit.SECONDS.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.delete(mark);
    }
    if (isPostgres()) {
      throw new ClusterFailure("cluster.silent", data.toString(), Long.toString(pid), null);
    }
    return false;
  }

  private Sight look(Path mark, String superuser, String password) {
    var how = new Properties();
    how.setProperty("user", superuser);
    how.setProperty("password", password);
    how.setProperty("connectTimeout", "5");
    how.setProperty("socketTimeout", "10");
    // The server's working directory is its data folder, wherever that has been moved to.
    var question = "SELECT count(*) FROM pg_ls_dir(?, true, false) AS name WHERE name = ?";
    try (var connection =
            DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", how);
        var asked = connection.prepareStatement(question)) {
      asked.setString(1, "../" + mark.getParent());
      asked.setString(2, mark.getFileName().toString());
      try (var answer = asked.executeQuery()) {
        answer.next();
        return answer.getInt(1) == 1 ? Sight.OURS : Sight.ANOTHER;
      }
    } catch (SQLException e) {
      boolean refused = e.getSQLState() != null && e.getSQLState().startsWith("28");
      return refused ? Sight.ANOTHER : Sight.SILENT;
    }
  }
}
