package app.oddiya.apps.stores.junit;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives a test class an empty bucket in an S3 that checks signatures.
///
/// `ODDIYA_TEST_S3_ENDPOINT` names another S3, with `ODDIYA_TEST_S3_BUCKET` (one that may be
/// written to), `ODDIYA_TEST_AWS_ACCESS_KEY_ID` and `ODDIYA_TEST_AWS_SECRET_ACCESS_KEY`.
public final class S3Extension implements BeforeAllCallback {

  private URI endpoint = URI.create("http://127.0.0.1");
  private String bucket = "";
  private String accessKeyId = TestStores.ACCESS_KEY_ID;
  private String secretAccessKey = TestStores.SECRET_ACCESS_KEY;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    var given = TestStores.fromEnvironment("ODDIYA_TEST_S3_ENDPOINT");
    if (given.isPresent()) {
      endpoint = URI.create(given.get());
      bucket = TestStores.required("ODDIYA_TEST_S3_BUCKET");
      accessKeyId = TestStores.required("ODDIYA_TEST_AWS_ACCESS_KEY_ID");
      secretAccessKey = TestStores.required("ODDIYA_TEST_AWS_SECRET_ACCESS_KEY");
    } else {
      var s3 = TestStores.of(context).s3();
      endpoint = s3.endpoint();
      bucket = "test-" + UUID.randomUUID();
      s3.makeBucket(bucket);
    }
  }

  /// Path-style.
  public URI endpoint() {
    return endpoint;
  }

  public String bucket() {
    return bucket;
  }

  public String region() {
    return "ap-northeast-2";
  }

  public String accessKeyId() {
    return accessKeyId;
  }

  public String secretAccessKey() {
    return secretAccessKey;
  }
}
