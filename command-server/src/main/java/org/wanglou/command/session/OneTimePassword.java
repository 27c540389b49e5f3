package org.wanglou.command.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one-time password of the user {@code admin}, left in a file of the data folder that only its
 * owner can read, until the administrator has another password.
 */
public final class OneTimePassword {
  private static final Logger LOG = LoggerFactory.getLogger(OneTimePassword.class);
  private final Path file;

  public OneTimePassword(Path folder) {
    this.file = folder.resolve("admin-password.txt");
  }

  public Path file() {
    return file;
  }

  void leave(String password) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, password + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<String> left() {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * After the password was changed, which a file that stays cannot undo: the next start tries
   * again.
   */
  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} is of no use any more and could not be deleted", file, e);
    }
  }
}
