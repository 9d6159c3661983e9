package app.oddiya.adapters.aws.video;

import app.oddiya.adapters.aws.AwsCalls;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.UserFiles;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The objects below `films/{user}/` and `uploads/{user}/`.
final class S3UserFiles implements UserFiles {

  /// S3 neither lists nor deletes more at a time.
  static final int LONGEST_PAGE = 1_000;

  private final String bucket;
  private final S3Client s3;
  private final AwsCalls calls;
  private final int pageLength;

  S3UserFiles(String bucket, S3Client s3, InstantSource clock, int pageLength) {
    this.bucket = bucket;
    this.s3 = s3;
    this.calls = new AwsCalls("photo store", clock);
    this.pageLength = pageLength;
  }

  /// In the order of their keys; what begins a page of `uploads` is its own prefix.
  private static List<String> prefixes(UserId owner) {
    return List.of("films/" + owner + "/", "uploads/" + owner + "/");
  }

  @Override
  public Page<FileUrl> list(UserId owner, Optional<Page.Cursor> after, Deadline deadline) {
    String films = prefixes(owner).getFirst();
    String uploads = prefixes(owner).getLast();
    String key = after.map(Page.Cursor::value).orElse(films);
    boolean amongFilms = key.startsWith(films);
    ListObjectsV2Response listed = list(amongFilms ? films : uploads, key, deadline);
    List<FileUrl> files =
        listed.contents().stream().map(object -> new FileUrl(bucket, object.key())).toList();
    if (listed.isTruncated()) {
      return new Page<>(files, Optional.of(new Page.Cursor(files.getLast().key())));
    }
    return new Page<>(files, amongFilms ? Optional.of(new Page.Cursor(uploads)) : Optional.empty());
  }

  private ListObjectsV2Response list(String prefix, String after, Deadline deadline) {
    return calls.call(
        () ->
            s3.listObjectsV2(
                list ->
                    list.bucket(bucket)
                        .prefix(prefix)
                        .startAfter(after)
                        .maxKeys(pageLength)
                        .overrideConfiguration(calls.within(deadline))));
  }

  @Override
  public Optional<InputStream> open(FileUrl file, Deadline deadline) {
    return calls.call(
        () -> {
          try {
            return Optional.of(
                s3.getObject(
                    get ->
                        get.bucket(file.bucket())
                            .key(file.key())
                            .overrideConfiguration(calls.within(deadline))));
          } catch (NoSuchKeyException gone) {
            return Optional.empty();
          }
        });
  }

  @Override
  public void remove(Collection<FileUrl> files, Deadline deadline) {
    List<String> keys = files.stream().map(FileUrl::key).toList();
    for (int from = 0; from < keys.size(); from += LONGEST_PAGE) {
      removeKeys(keys.subList(from, Math.min(keys.size(), from + LONGEST_PAGE)), deadline);
    }
  }

  @Override
  public void removeFilms(UserId owner, Leftovers.Films films, Deadline deadline) {
    removeBelow(FileUrl.films(owner, films), deadline);
  }

  @Override
  public void removeAll(UserId owner, Deadline deadline) {
    prefixes(owner).forEach(prefix -> removeBelow(prefix, deadline));
  }

  private void removeBelow(String prefix, Deadline deadline) {
    List<S3Object> page = list(prefix, prefix, deadline).contents();
    while (!page.isEmpty()) {
      removeKeys(page.stream().map(S3Object::key).toList(), deadline);
      // From the beginning again: what was there is gone, and what came meanwhile is not missed.
      page = list(prefix, prefix, deadline).contents();
    }
  }

  private void removeKeys(List<String> names, Deadline deadline) {
    List<ObjectIdentifier> keys =
        names.stream().map(name -> ObjectIdentifier.builder().key(name).build()).toList();
    DeleteObjectsResponse answer =
        calls.call(
            () ->
                s3.deleteObjects(
                    delete ->
                        delete
                            .bucket(bucket)
                            .delete(all -> all.objects(keys).quiet(true))
                            .overrideConfiguration(calls.within(deadline))));
    if (answer.hasErrors()) {
      // Each error is about one key, and the answer is 200 all the same.
      throw new Unavailable(
          "photo store", new IllegalStateException(answer.errors().getFirst().code()));
    }
  }
}
