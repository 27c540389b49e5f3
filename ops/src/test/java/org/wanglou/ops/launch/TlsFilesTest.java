package org.wanglou.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wanglou.command.app.ServerConfig.Tls;
import org.wanglou.gis.fault.Fault;

class TlsFilesTest {
  @TempDir static Path folder;

  @BeforeAll
  static void make() throws Exception {
    certify("rsa", "rsa:2048");
    certify("other", "rsa:2048");
    certify("ec", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa", "ec"})
  void a_certificate_with_its_key_is_taken(String kind) {
    assertThatNoException().isThrownBy(() -> TlsFiles.check(files(kind + ".crt", kind + ".key")));
  }

  @Test
  void keys_in_the_older_forms_are_taken() throws Exception {
    openssl("rsa", "-in", path("rsa.key"), "-traditional", "-out", path("rsa-old.key"));
    assertThatNoException().isThrownBy(() -> TlsFiles.check(files("rsa.crt", "rsa-old.key")));
    openssl("ec", "-in", path("ec.key"), "-no_public", "-out", path("ec-old.key"));
    assertThatNoException().isThrownBy(() -> TlsFiles.check(files("ec.crt", "ec-old.key")));
  }

  @Test
  void the_key_of_another_certificate_is_refused() {
    assertThat(refusal("rsa.crt", "other.key")).isEqualTo("launch.key_of_another");
    assertThat(refusal("rsa.crt", "ec.key")).isEqualTo("launch.key_of_another");
  }

  @Test
  void two_files_in_the_wrong_order_are_refused() {
    assertThat(refusal("rsa.key", "rsa.crt")).isEqualTo("launch.bad_certificate");
  }

  @Test
  void what_is_no_pem_file_is_refused() throws Exception {
    Files.writeString(folder.resolve("empty"), "");
    Files.writeString(folder.resolve("text"), "no certificate");
    openssl("x509", "-in", path("rsa.crt"), "-outform", "DER", "-out", path("rsa.der"));
    Files.writeString(
        folder.resolve("cut.crt"), Files.readString(folder.resolve("rsa.crt")).substring(0, 300));
    for (var bad : List.of("empty", "text", "cut.crt")) {
      assertThat(refusal(bad, "rsa.key")).as(bad).isEqualTo("launch.bad_certificate");
    }
    for (var bad : List.of("empty", "text", "rsa.crt", "rsa.der")) {
      assertThat(refusal("rsa.crt", bad)).as(bad).isEqualTo("launch.bad_key");
    }
  }

  @Test
  void a_certificate_that_is_not_pem_is_refused() throws Exception {
    openssl("x509", "-in", path("rsa.crt"), "-outform", "DER", "-out", path("only.der"));
    assertThat(refusal("only.der", "rsa.key")).isEqualTo("launch.bad_certificate");
  }

  @Test
  void a_key_with_a_passphrase_is_refused() throws Exception {
    openssl("pkey", "-in", path("rsa.key"), "-aes256", "-passout", "pass:x1y2", "-out", path("p"));
    assertThat(refusal("rsa.crt", "p")).isEqualTo("launch.bad_key");
  }

  private static String refusal(String certificate, String key) {
    return catchThrowableOfType(Fault.class, () -> TlsFiles.check(files(certificate, key)))
        .details()
        .get(0)
        .code();
  }

  private static Tls files(String certificate, String key) {
    return new Tls(folder.resolve(certificate), folder.resolve(key));
  }

  private static void certify(String name, String kind, String... more) throws Exception {
    var arguments = new ArrayList<>(List.of("req", "-x509", "-nodes", "-newkey", kind));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("-subj", "/CN=wanglou", "-days", "2"));
    arguments.addAll(List.of("-keyout", path(name + ".key"), "-out", path(name + ".crt")));
    openssl(arguments.toArray(String[]::new));
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  private static void openssl(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }
}
