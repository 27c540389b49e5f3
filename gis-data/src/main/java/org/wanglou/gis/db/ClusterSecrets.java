package org.wanglou.gis.db;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The passwords of a cluster's roles, made on first use: 0600 files in a 0700 folder. */
final class ClusterSecrets {
  private static final int BYTES = 24;

  private final Path folder;

  ClusterSecrets(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  String of(String role) {
    Path file = folder.resolve(role);
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        make(file);
      }
      return Files.readString(file).trim();
    } catch (IOException e) {
      throw new ClusterFailure("cluster.io", file.toString(), e.getMessage(), e);
    }
  }

  /** On the disk before anything is locked with it: a crash must not leave a lock without key. */
  private static void make(Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        unfinished,
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(unfinished, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }
}
