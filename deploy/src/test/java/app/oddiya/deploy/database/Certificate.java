package app.oddiya.deploy.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A key of its own for 127.0.0.1, which signs itself: what a server needs to speak TLS.
///
/// @param certificate PEM
/// @param key PEM, for its owner only
/// @param keyStore PKCS #12 with both
record Certificate(Path certificate, Path key, Path keyStore) {

  static final String PASSWORD = "password-of-a-test-run";

  static Certificate make(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("tls.p12");
    Script.Ended made =
        Script.run(
            folder,
            Map.of(),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
    if (made.status() != 0) {
      throw new IOException(made.out() + made.said());
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    Key key = keys.getKey("server", PASSWORD.toCharArray());
    return new Certificate(
        pem(
            folder.resolve("server.crt"),
            "CERTIFICATE",
            keys.getCertificate("server").getEncoded()),
        pem(folder.resolve("server.key"), "PRIVATE KEY", key.getEncoded()),
        store);
  }

  private static Path pem(Path file, String what, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
