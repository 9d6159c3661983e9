package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.UserId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a file of ours lies: `s3://{bucket}/{key}`, the `fileUrl` of the API.
///
/// Every key is made here, none by a client, and every key begins with its owner: whose file it is
/// can be read off the name without asking anyone.
///
/// @param bucket the name of the bucket
/// @param key the name within the bucket
public record FileUrl(String bucket, String key) {

  private static final Pattern TEXT =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/([A-Za-z0-9/._-]{1,512})");

  public FileUrl {
    if (!TEXT.matcher("s3://" + bucket + "/" + key).matches()) {
      throw new IllegalArgumentException(
          "fileUrl: s3://" + bucket + "/" + key + " (expected: s3://{bucket}/{key})");
    }
  }

  /// A file that a user sends.
  public static FileUrl upload(String bucket, UserId owner, UUID id) {
    return new FileUrl(bucket, "uploads/" + owner + "/" + id);
  }

  /// The film of one claim of a job. The fencing token is part of the name, so that a worker which
  /// lost its lease without knowing can only write where nobody will ever look.
  public static FileUrl film(String bucket, UserId owner, JobId job, long fence) {
    return new FileUrl(bucket, output(owner, job, fence) + "film.mp4");
  }

  /// The still picture shown before the film plays, beside the film: of its preview at first.
  public static FileUrl poster(String bucket, UserId owner, JobId job, long fence) {
    return new FileUrl(bucket, output(owner, job, fence) + "poster.jpg");
  }

  /// The short, small film that is shown while the long one is made, beside it.
  public static FileUrl preview(String bucket, UserId owner, JobId job, long fence) {
    return new FileUrl(bucket, output(owner, job, fence) + "preview.mp4");
  }

  private static String output(UserId owner, JobId job, long fence) {
    return films(owner, new Leftovers.Films(job, Optional.of(fence)));
  }

  /// What the keys of all files that claims of a job have stored begin with, and of no others.
  public static String films(UserId owner, Leftovers.Films films) {
    String job = "films/" + owner + "/" + films.job() + "/";
    return films.fence().map(fence -> job + fence + "/").orElse(job);
  }

  /// Reads the text form; empty for anything that is not an address of this kind.
  public static Optional<FileUrl> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(new FileUrl(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /// Whether `owner` was once given this address to upload to, as far as a name can tell.
  public boolean isUploadOf(UserId owner) {
    String prefix = "uploads/" + owner + "/";
    return key.startsWith(prefix) && isUuid(key.substring(prefix.length()));
  }

  private static boolean isUuid(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + key;
  }
}
