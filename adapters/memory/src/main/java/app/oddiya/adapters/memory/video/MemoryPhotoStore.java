package app.oddiya.adapters.memory.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.AcceptedFile;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.UserFiles;
import app.oddiya.domain.video.job.WantedUpload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/// Files in memory; only what is fetched is written to the disk. Safe for concurrent use.
///
/// Clients play their part through [#send] and [#follow].
public final class MemoryPhotoStore implements PhotoStore, UserFiles {

  private static final Duration LONGEST_PERMIT = Duration.ofMinutes(15);

  private final String bucket;
  private final InstantSource clock;
  private final Map<FileUrl, Content> files = new ConcurrentHashMap<>();
  private final Map<URI, Permit> permits = new ConcurrentHashMap<>();

  public MemoryPhotoStore(String bucket, InstantSource clock) {
    this.bucket = bucket;
    this.clock = clock;
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
    URI url = address(file);
    permits.put(url, new Permit(file, upload));
    return new Ticket(
        "PUT", url, Map.of("content-type", upload.contentType()), clock.instant().plus(validity));
  }

  private static URI address(FileUrl file) {
    return URI.create("https://" + file.bucket() + ".memory.example/" + file.key());
  }

  /// A client's upload.
  ///
  /// @return whether the ticket was good for it
  public boolean send(Ticket ticket, String contentType, byte[] content) {
    Permit permit = permits.get(ticket.url());
    if (permit == null
        || !clock.instant().isBefore(ticket.expiresAt())
        || !permit.upload().contentType().equals(contentType)
        || permit.upload().bytes() != content.length
        || permit.upload().sha256().filter(hash -> !hash.equals(sha256(content))).isPresent()) {
      return false;
    }
    files.put(permit.file(), new Content(content.clone(), contentType));
    return true;
  }

  /// A client's download.
  public byte[] follow(URI link) {
    return files.entrySet().stream()
        .filter(file -> address(file.getKey()).equals(link))
        .map(file -> file.getValue().bytes().clone())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("link: " + link + " (expected: one)"));
  }

  @Override
  public URI permitDownload(FileUrl file, Duration validity) {
    return address(file);
  }

  @Override
  public Map<FileUrl, Stored> stat(Collection<FileUrl> wanted, Deadline deadline) {
    check(deadline);
    Map<FileUrl, Stored> found = new HashMap<>();
    for (FileUrl file : wanted) {
      content(file)
          .ifPresent(
              content ->
                  found.put(
                      file,
                      new Stored(content.bytes().length, content.contentType(), content.etag())));
    }
    return found;
  }

  @Override
  public Fetched fetch(AcceptedFile photo, Path target, long maxBytes, Deadline deadline) {
    check(deadline);
    Optional<Content> content =
        content(photo.url()).filter(found -> found.etag().equals(photo.etag()));
    if (content.isEmpty()) {
      return Fetched.CHANGED;
    }
    if (content.get().bytes().length > maxBytes) {
      return Fetched.TOO_LARGE;
    }
    try {
      Files.write(target, content.get().bytes());
    } catch (IOException e) {
      throw new Unavailable("photo store", e);
    }
    return Fetched.COPIED;
  }

  @Override
  public void put(FileUrl file, Path source, String contentType, Deadline deadline) {
    check(deadline);
    try {
      files.put(file, new Content(Files.readAllBytes(source), contentType));
    } catch (IOException e) {
      throw new Unavailable("photo store", e);
    }
  }

  @Override
  public Page<FileUrl> list(UserId owner, Optional<Page.Cursor> after, Deadline deadline) {
    check(deadline);
    return new Page<>(
        files.keySet().stream()
            .filter(file -> isOf(owner, file))
            .sorted(Comparator.comparing(FileUrl::key))
            .toList(),
        Optional.empty());
  }

  private static boolean isOf(UserId owner, FileUrl file) {
    return file.key().startsWith("uploads/" + owner + "/")
        || file.key().startsWith("films/" + owner + "/");
  }

  @Override
  public Optional<InputStream> open(FileUrl file, Deadline deadline) {
    check(deadline);
    return content(file).map(content -> new ByteArrayInputStream(content.bytes()));
  }

  @Override
  public void remove(Collection<FileUrl> unwanted, Deadline deadline) {
    check(deadline);
    files.keySet().removeAll(unwanted);
  }

  @Override
  public void removeFilms(UserId owner, Leftovers.Films films, Deadline deadline) {
    check(deadline);
    files.keySet().removeIf(file -> file.key().startsWith(FileUrl.films(owner, films)));
  }

  @Override
  public void removeAll(UserId owner, Deadline deadline) {
    check(deadline);
    files.keySet().removeIf(file -> isOf(owner, file));
  }

  private Optional<Content> content(FileUrl file) {
    return Optional.ofNullable(files.get(file));
  }

  private void check(Deadline deadline) {
    if (deadline.isOver(clock)) {
      throw new Unavailable("photo store", new TimeoutException("the deadline has passed"));
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private record Permit(FileUrl file, WantedUpload upload) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Content(byte[] bytes, String contentType) {

    String etag() {
      return "\"" + sha256(bytes) + "\"";
    }
  }
}
