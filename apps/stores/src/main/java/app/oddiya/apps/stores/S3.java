package app.oddiya.apps.stores;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// S3Proxy: S3 on the file system, path-style, every request signed.
public final class S3 implements Store {

  private final ChildProcess process;
  private final int port;
  private final Path data;

  private S3(ChildProcess process, int port, Path data) {
    this.process = process;
    this.port = port;
    this.data = data;
  }

  /// Starts it on the objects of this home.
  ///
  /// @param bucket made if missing
  /// @param accessKeyId the one key it knows
  public static S3 start(
      Home home, int port, String bucket, String accessKeyId, String secretAccessKey) {
    ChildProcess process =
        JavaStore.start(
            home,
            "s3",
            app.oddiya.apps.stores.s3.Main.class,
            96,
            Map.of(
                "PORT", Integer.toString(port),
                "DATA", home.data("s3").toString(),
                "BUCKET", bucket,
                "ACCESS_KEY_ID", accessKeyId,
                "SECRET_ACCESS_KEY", secretAccessKey));
    return new S3(process, port, home.data("s3"));
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Each directory of its data is a bucket; one that others may read on disk would be a public
  /// one.
  public void makeBucket(String name) throws IOException {
    Files.createDirectories(
        data.resolve(name),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  @Override
  public String name() {
    return process.name();
  }

  @Override
  public CompletableFuture<?> ended() {
    return process.ended();
  }

  @Override
  public void close() {
    process.close();
  }
}
