package org.wanglou.ops.launch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be set, under one name: {@code --tls-cert} as a flag, {@code WANGLOU_TLS_CERT} in the
 * environment, {@code tls-cert} in the file. The texts of {@code --help} stand under the same name.
 */
enum Setting {
  PORT,
  LISTEN,
  DATA,
  SAMPLE,
  OSM,
  TERRAIN,
  TERRAIN_CRS,
  SIMULATOR,
  BEHIND_PROXY,
  TLS_CERT,
  TLS_KEY,
  DEV,
  DATABASE_URL;

  /** In the file and, after two dashes, on the command line. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The database's address has the name that hosting services give it. */
  String environmentName() {
    return this == DATABASE_URL ? "DATABASE_URL" : "WANGLOU_" + name();
  }

  /** On or off; as a flag it takes no value. */
  boolean isSwitch() {
    return this == SIMULATOR || this == BEHIND_PROXY || this == DEV;
  }

  /** An address with a password in it must not stand on a command line, where all users see it. */
  boolean isFlag() {
    return this != DATABASE_URL;
  }

  /** The file lies in the data folder, so it cannot say where that is. */
  boolean isInFile() {
    return this != DATA;
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
  }
}
