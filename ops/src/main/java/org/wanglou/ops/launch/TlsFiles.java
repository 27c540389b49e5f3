package org.wanglou.ops.launch;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.X509KeyManager;
import org.wanglou.command.app.ServerConfig.Tls;
import org.wanglou.gis.fault.Fault;

/**
 * Looks at the certificate and its key before anything is started: the server would notice at the
 * end of the start, or only when the first browser comes.
 */
final class TlsFiles {
  private static final byte[] PROBE = {1, 2, 3};

  private TlsFiles() {}

  /**
   * @throws Fault INVALID {@code launch.bad_certificate}, {@code launch.bad_key}, {@code
   *     launch.key_of_another} or {@code launch.file_unreadable}
   */
  static void check(Tls files) {
    var certificate = first(files.certificate());
    var key = key(files);
    if (!belongs(key, certificate)) {
      throw Fault.invalid("", "launch.key_of_another", files.certificate(), files.key());
    }
  }

  private static Certificate first(Path file) {
    try (var in = Files.newInputStream(file)) {
      if (!holds(file, "CERTIFICATE")) {
        throw Fault.invalid("", "launch.bad_certificate", file);
      }
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .findFirst()
          .orElseThrow(() -> Fault.invalid("", "launch.bad_certificate", file));
    } catch (CertificateException e) {
      throw because(Fault.invalid("", "launch.bad_certificate", file), e);
    } catch (IOException e) {
      throw because(Fault.invalid("", "launch.file_unreadable", file, e.getMessage()), e);
    }
  }

  /** Read as the server will read it, so that both take the same kinds of key. */
  private static PrivateKey key(Tls files) {
    try {
      var manager =
          new PemKeyCertOptions()
              .setCertValue(Buffer.buffer(Files.readAllBytes(files.certificate())))
              .setKeyValue(Buffer.buffer(Files.readAllBytes(files.key())))
              .getKeyManagerFactory(null)
              .getKeyManagers()[0];
      return anyKey((X509KeyManager) manager)
          .orElseThrow(() -> Fault.invalid("", "launch.bad_key", files.key()));
    } catch (Fault fault) {
      throw fault;
    } catch (IOException e) {
      throw because(Fault.invalid("", "launch.file_unreadable", files.key(), e.getMessage()), e);
    } catch (Exception e) { // as its signature says; a readable key is refused beside a stranger's
      throw because(
          isKey(files.key())
              ? Fault.invalid("", "launch.key_of_another", files.certificate(), files.key())
              : Fault.invalid("", "launch.bad_key", files.key()),
          e);
    }
  }

  private static boolean isKey(Path file) {
    try {
      return holds(file, "PRIVATE KEY")
          || holds(file, "RSA PRIVATE KEY")
          || holds(file, "EC PRIVATE KEY");
    } catch (IOException e) {
      throw because(Fault.invalid("", "launch.file_unreadable", file, e.getMessage()), e);
    }
  }

  /** Whether a PEM block of that name begins in the file. */
  private static boolean holds(Path file, String block) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
        .contains("-----BEGIN " + block + "-----");
  }

  private static Optional<PrivateKey> anyKey(X509KeyManager manager) {
    return Stream.of("RSA", "EC")
        .map(kind -> manager.getServerAliases(kind, null))
        .filter(it -> it != null)
        .flatMap(Arrays::stream)
        .map(manager::getPrivateKey)
        .findFirst();
  }

  /** What the one signs, the other recognises. */
  private static boolean belongs(PrivateKey key, Certificate certificate) {
    var method = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    try {
      var signing = Signature.getInstance(method);
      signing.initSign(key);
      signing.update(PROBE);
      var recognising = Signature.getInstance(method);
      recognising.initVerify(certificate.getPublicKey());
      recognising.update(PROBE);
      return recognising.verify(signing.sign());
    } catch (GeneralSecurityException e) {
      return false; // keys of two kinds
    }
  }

  private static Fault because(Fault fault, Exception cause) {
    fault.initCause(cause);
    return fault;
  }
}
