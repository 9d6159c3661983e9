package app.oddiya.adapters.aws.video;

import app.oddiya.adapters.aws.AwsCalls;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.job.AcceptedFile;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.WantedUpload;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/// Files on S3.
///
/// Uploads are presigned PUTs. Type and length are among the signed headers, so that S3 itself
/// refuses any other; a presigned POST with a policy could say the same, but Java's SDK has none.
final class S3PhotoStore implements PhotoStore {

  private static final Duration LONGEST_PERMIT = Duration.ofMinutes(15);
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;

  /// What the HTTP library of whoever uploads sets by itself, and often lets nobody else set.
  private static final Set<String> SET_BY_LIBRARIES = Set.of("host", "content-length");

  private final String bucket;
  private final S3Client s3;
  private final S3Presigner presigner;
  private final AwsCalls calls;

  S3PhotoStore(String bucket, S3Client s3, S3Presigner presigner, InstantSource clock) {
    this.bucket = bucket;
    this.s3 = s3;
    this.presigner = presigner;
    this.calls = new AwsCalls("photo store", clock);
  }

  @Override
  public String bucket() {
    return bucket;
  }

  @Override
  public Ticket permitUpload(FileUrl file, WantedUpload upload, Duration validity) {
    if (validity.compareTo(LONGEST_PERMIT) > 0) {
      throw new IllegalArgumentException("validity: " + validity + " (expected: <= 15 min)");
    }
    PresignedPutObjectRequest signed =
        calls.call(
            () ->
                presigner.presignPutObject(
                    sign ->
                        sign.signatureDuration(validity)
                            .putObjectRequest(
                                put ->
                                    put.bucket(file.bucket())
                                        .key(file.key())
                                        .contentType(upload.contentType())
                                        .contentLength(upload.bytes())
                                        .checksumSHA256(
                                            upload
                                                .sha256()
                                                .map(S3PhotoStore::base64)
                                                .orElse(null)))));
    Map<String, String> headers = new TreeMap<>();
    signed.signedHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    requireSigned(headers, "content-length", Long.toString(upload.bytes()));
    requireSigned(headers, "content-type", upload.contentType());
    headers.keySet().removeAll(SET_BY_LIBRARIES);
    return new Ticket(
        signed.httpRequest().method().name(),
        URI.create(signed.url().toString()),
        headers,
        signed.expiration());
  }

  /// A header that is not signed binds nobody, and the SDK would not complain.
  private static void requireSigned(Map<String, String> headers, String name, String value) {
    if (!value.equals(headers.get(name))) {
      throw new IllegalStateException(name + " is not signed");
    }
  }

  private static String base64(String hexadecimal) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
  }

  @Override
  public URI permitDownload(FileUrl file, Duration validity) {
    return calls.call(
        () ->
            URI.create(
                presigner
                    .presignGetObject(
                        sign ->
                            sign.signatureDuration(validity)
                                .getObjectRequest(get -> get.bucket(file.bucket()).key(file.key())))
                    .url()
                    .toString()));
  }

  @Override
  public Map<FileUrl, Stored> stat(Collection<FileUrl> files, Deadline deadline) {
    // S3 has no call for many names at once; one after the other, sixty would take seconds.
    Map<FileUrl, Stored> found = new ConcurrentHashMap<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks =
          files.stream()
              .<Future<?>>map(
                  file ->
                      threads.submit(
                          () -> stat(file, deadline).ifPresent(stored -> found.put(file, stored))))
              .toList();
      for (Future<?> look : looks) {
        look.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("photo store", e);
    }
    return Map.copyOf(found);
  }

  private Optional<Stored> stat(FileUrl file, Deadline deadline) {
    return calls.call(
        () -> {
          try {
            HeadObjectResponse head =
                s3.headObject(
                    h ->
                        h.bucket(file.bucket())
                            .key(file.key())
                            .overrideConfiguration(calls.within(deadline)));
            return Optional.of(new Stored(head.contentLength(), head.contentType(), head.eTag()));
          } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  @Override
  public Fetched fetch(AcceptedFile photo, Path target, long maxBytes, Deadline deadline) {
    return calls.call(
        () -> {
          GetObjectRequest request =
              GetObjectRequest.builder()
                  .bucket(photo.url().bucket())
                  .key(photo.url().key())
                  .ifMatch(photo.etag())
                  .overrideConfiguration(calls.within(deadline))
                  .build();
          try (ResponseInputStream<GetObjectResponse> content = s3.getObject(request)) {
            return copy(content, target, maxBytes);
          } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND || e.statusCode() == PRECONDITION_FAILED) {
              return Fetched.CHANGED;
            }
            throw e;
          } catch (IOException e) {
            throw new Unavailable("photo store", e);
          }
        });
  }

  private static Fetched copy(
      ResponseInputStream<GetObjectResponse> content, Path target, long maxBytes)
      throws IOException {
    if (content.response().contentLength() > maxBytes) {
      // Closing would read the rest, to keep the connection.
      content.abort();
      return Fetched.TOO_LARGE;
    }
    Files.copy((InputStream) content, target, StandardCopyOption.REPLACE_EXISTING);
    return Fetched.COPIED;
  }

  @Override
  public void put(FileUrl file, Path source, String contentType, Deadline deadline) {
    calls.call(
        () ->
            s3.putObject(
                p ->
                    p.bucket(file.bucket())
                        .key(file.key())
                        .contentType(contentType)
                        .overrideConfiguration(calls.within(deadline)),
                RequestBody.fromFile(source)));
  }
}
