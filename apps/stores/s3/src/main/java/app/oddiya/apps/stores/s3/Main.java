package app.oddiya.apps.stores.s3;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// S3Proxy on the file system; every request must be signed with the one key it knows. Environment:
/// `PORT`; `DATA`, a directory in which each folder is a bucket; `BUCKET`, made if missing;
/// `ACCESS_KEY_ID`, `SECRET_ACCESS_KEY`; `ODDIYA_STORES_BIND`.
public final class Main {

  /// A body that is signed as a whole is held in memory while its hash is checked; the SDK sends
  /// its files in signed chunks instead.
  private static final long SIGNED_WHOLE_BYTES = 8L << 20;

  /// Pages of this machine may send and fetch what they have a signed address for.
  private static final CrossOriginResourceSharing PAGES =
      new CrossOriginResourceSharing(
          List.of("http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?"),
          List.of("GET", "HEAD", "PUT"),
          List.of("*"),
          List.of("ETag"),
          "false");

  private Main() {}

  public static void main(String[] args) throws Exception {
    Map<String, String> environment = System.getenv();
    String port = environment.getOrDefault("PORT", "9000");
    String bind = environment.getOrDefault("ODDIYA_STORES_BIND", "127.0.0.1");
    Path data = Path.of(environment.getOrDefault("DATA", "."));
    Files.createDirectories(data.resolve(environment.getOrDefault("BUCKET", "oddiya-media")));
    S3Proxy server =
        S3Proxy.builder()
            .endpoint(URI.create("http://" + bind + ":" + port))
            .awsAuthentication(
                AuthenticationType.AWS_V4,
                environment.getOrDefault("ACCESS_KEY_ID", ""),
                environment.getOrDefault("SECRET_ACCESS_KEY", ""))
            .v4MaxNonChunkedRequestSize(SIGNED_WHOLE_BYTES)
            .ignoreUnknownHeaders(true)
            .corsRules(PAGES)
            .jettyMaxThreads(24)
            .blobStore(new FilesystemNio2BlobStore(data.toString()))
            .build();
    server.start();
    System.out.println("oddiya store ready on port " + port);
  }
}
