package app.oddiya.domain.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.AcceptedFile;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.PhotoStore.Fetched;
import app.oddiya.domain.video.job.PhotoStore.Stored;
import app.oddiya.domain.video.job.PhotoStore.Ticket;
import app.oddiya.domain.video.job.WantedUpload;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [PhotoStore] does.
public interface PhotoStoreContract {

  PhotoStore store();

  /// Sends `content` as a client would who holds `ticket`, but declares `contentType`.
  ///
  /// @return whether the store took it
  boolean send(Ticket ticket, String contentType, byte[] content) throws Exception;

  /// What a client gets who follows `link`.
  byte[] follow(URI link) throws Exception;

  UserId OWNER = new UserId(4711);
  Duration VALIDITY = Duration.ofMinutes(15);
  byte[] JPEG = "not really a jpeg".getBytes(UTF_8);

  @Test
  default void whatWasAnnouncedCanBeSentAndIsThenKnown() throws Exception {
    FileUrl file = upload();

    assertThat(send(ticket(file), "image/jpeg", JPEG)).isTrue();

    Stored stored = stat(file).orElseThrow();
    assertThat(stored.bytes()).isEqualTo(JPEG.length);
    assertThat(stored.contentType()).isEqualTo("image/jpeg");
    assertThat(stored.etag()).isNotBlank();
  }

  @Test
  default void aTicketIsGoodForNoOtherLength() throws Exception {
    FileUrl file = upload();
    Ticket ticket = ticket(file);

    assertThat(send(ticket, "image/jpeg", "longer than was said".getBytes(UTF_8))).isFalse();
    assertThat(send(ticket, "image/jpeg", "short".getBytes(UTF_8))).isFalse();

    assertThat(stat(file)).isEmpty();
  }

  @Test
  default void aTicketIsGoodForNoOtherType() throws Exception {
    FileUrl file = upload();

    assertThat(send(ticket(file), "text/html", JPEG)).isFalse();

    assertThat(stat(file)).isEmpty();
  }

  @Test
  default void aTicketSaysHowToUseIt() {
    FileUrl file = upload();

    Ticket ticket = ticket(file);

    assertThat(ticket.method()).isEqualTo("PUT");
    assertThat(ticket.url().getPath()).endsWith("/" + file.key());
    assertThat(ticket.headers()).containsEntry("content-type", "image/jpeg");
  }

  @Test
  default void aTicketForLongerThanAQuarterOfAnHourIsRefused() {
    assertThatThrownBy(() -> store().permitUpload(upload(), wanted(), VALIDITY.plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void anAnnouncedHashIsHeldToTheContent() throws Exception {
    FileUrl right = upload();
    FileUrl wrong = upload();
    byte[] other = "not really a png!".getBytes(UTF_8);

    assertThat(send(hashed(right, JPEG), "image/jpeg", JPEG)).isTrue();
    assertThat(send(hashed(wrong, JPEG), "image/jpeg", other)).isFalse();
  }

  @Test
  default void onlyWhatIsThereIsKnown() throws Exception {
    FileUrl here = sent();

    Map<FileUrl, Stored> known = store().stat(List.of(here, upload()), Deadlines.ample());

    assertThat(known).containsOnlyKeys(here);
    assertThat(store().stat(List.of(), Deadlines.ample())).isEmpty();
  }

  @Test
  default void sixtyFilesAreKnownAtOnce() throws Exception {
    FileUrl here = sent();
    List<FileUrl> many =
        Stream.concat(Stream.of(here), Stream.generate(this::upload).limit(59)).toList();

    assertThat(store().stat(many, Deadlines.ample())).containsOnlyKeys(here);
  }

  @Test
  default void anAcceptedFileIsCopiedOverWhateverWasThere(@TempDir Path folder) throws Exception {
    Path target = Files.writeString(folder.resolve("target"), "something longer than the file is");

    assertThat(fetch(accepted(), target, 1_000)).isEqualTo(Fetched.COPIED);

    assertThat(target).hasBinaryContent(JPEG);
  }

  @Test
  default void aFileThatWasReplacedIsNotCopied(@TempDir Path folder) throws Exception {
    AcceptedFile accepted = accepted();
    send(ticket(accepted.url()), "image/jpeg", "not really a png!".getBytes(UTF_8));

    assertThat(fetch(accepted, folder.resolve("target"), 1_000)).isEqualTo(Fetched.CHANGED);
  }

  @Test
  default void aFileThatIsGoneIsNotCopied(@TempDir Path folder) throws Exception {
    AcceptedFile never = new AcceptedFile(upload(), accepted().etag());

    assertThat(fetch(never, folder.resolve("target"), 1_000)).isEqualTo(Fetched.CHANGED);
  }

  @Test
  default void aFileOfTheMostBytesIsCopiedAndOneOfMoreIsNot(@TempDir Path folder) throws Exception {
    AcceptedFile accepted = accepted();

    assertThat(fetch(accepted, folder.resolve("fits"), JPEG.length)).isEqualTo(Fetched.COPIED);
    assertThat(fetch(accepted, folder.resolve("not"), JPEG.length - 1))
        .isEqualTo(Fetched.TOO_LARGE);
  }

  @Test
  default void aFilmThatWasPutCanBeFollowed(@TempDir Path folder) throws Exception {
    FileUrl film = FileUrl.film(store().bucket(), OWNER, new JobId(1), 1);
    Path made = Files.writeString(folder.resolve("film"), "a film");

    store().put(film, made, "video/mp4", Deadlines.ample());

    assertThat(follow(store().permitDownload(film, VALIDITY))).asString(UTF_8).isEqualTo("a film");
    assertThat(stat(film).orElseThrow().contentType()).isEqualTo("video/mp4");
  }

  @Test
  default void afterTheDeadlineTheStoreIsNotAsked(@TempDir Path folder) throws Exception {
    AcceptedFile accepted = accepted();
    Deadline over = new Deadline(Instant.EPOCH);

    assertThatThrownBy(() -> store().fetch(accepted, folder.resolve("target"), 1_000, over))
        .isInstanceOf(Unavailable.class);
  }

  private FileUrl upload() {
    return FileUrl.upload(store().bucket(), OWNER, UUID.randomUUID());
  }

  private FileUrl sent() throws Exception {
    FileUrl file = upload();
    assertThat(send(ticket(file), "image/jpeg", JPEG)).isTrue();
    return file;
  }

  private AcceptedFile accepted() throws Exception {
    FileUrl file = sent();
    return new AcceptedFile(file, stat(file).orElseThrow().etag());
  }

  private Ticket ticket(FileUrl file) {
    return store().permitUpload(file, wanted(), VALIDITY);
  }

  private Ticket hashed(FileUrl file, byte[] content) throws NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
    var wanted =
        new WantedUpload(
            WantedUpload.Kind.PHOTO,
            "image/jpeg",
            content.length,
            Optional.of(HexFormat.of().formatHex(hash)));
    return store().permitUpload(file, wanted, VALIDITY);
  }

  private static WantedUpload wanted() {
    return new WantedUpload(WantedUpload.Kind.PHOTO, "image/jpeg", JPEG.length, Optional.empty());
  }

  private Optional<Stored> stat(FileUrl file) {
    return Optional.ofNullable(store().stat(List.of(file), Deadlines.ample()).get(file));
  }

  private Fetched fetch(AcceptedFile photo, Path target, long maxBytes) {
    return store().fetch(photo, target, maxBytes, Deadlines.ample());
  }
}
