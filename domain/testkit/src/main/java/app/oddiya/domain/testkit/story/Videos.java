package app.oddiya.domain.testkit.story;

import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Template;
import app.oddiya.domain.video.film.Track;
import app.oddiya.domain.video.film.TripOutline;
import app.oddiya.domain.video.film.TripStop;
import app.oddiya.domain.video.film.TripWeather;
import app.oddiya.domain.video.job.AcceptedFile;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Music;
import app.oddiya.domain.video.job.NewJob;
import app.oddiya.domain.video.job.PhotoHint;
import app.oddiya.domain.video.job.VideoRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Orders for films.
public final class Videos {

  public static final String BUCKET = "oddiya-media";

  private Videos() {}

  /// An upload that nobody else names.
  public static FileUrl upload(UserId owner) {
    return FileUrl.upload(BUCKET, owner, UUID.randomUUID());
  }

  /// A film of `photos` with everything left at its default.
  public static VideoRequest plain(List<FileUrl> photos) {
    return new VideoRequest(
        photos,
        Template.BASIC,
        Aspect.PORTRAIT,
        30,
        Optional.empty(),
        Optional.empty(),
        new Music.Ours(new Soundtrack.Composed(Track.DAYBREAK)),
        false,
        List.of());
  }

  /// A film with everything that can be asked for.
  public static VideoRequest rich(List<FileUrl> photos) {
    return new VideoRequest(
        photos,
        Template.BASIC,
        Aspect.LANDSCAPE,
        15,
        Optional.of("7"),
        Optional.of("부산 \uD83C\uDF0A \"바다\"\n둘째 줄"),
        new Music.Uploaded(FileUrl.upload(BUCKET, new UserId(1), new UUID(7, 7))),
        true,
        List.of(
            new PhotoHint(
                photos.getFirst(),
                Optional.of(Instant.parse("2026-11-14T03:04:05.678901Z")),
                Optional.of(new GeoPoint(35.158_698_123_456, 129.160_384)))));
  }

  /// A film of `photos` to music of the user's own, with everything else left at its default.
  public static VideoRequest withMusic(List<FileUrl> photos, FileUrl music) {
    VideoRequest plain = plain(photos);
    return new VideoRequest(
        photos,
        plain.template(),
        plain.aspect(),
        plain.seconds(),
        plain.planId(),
        plain.title(),
        new Music.Uploaded(music),
        plain.keepAll(),
        plain.hints());
  }

  /// A job nobody has asked for before.
  public static NewJob newJob(UserId owner, Instant now) {
    return newJob(owner, UUID.randomUUID(), plain(List.of(upload(owner), upload(owner))), now);
  }

  public static NewJob newJob(UserId owner, UUID key, VideoRequest request, Instant now) {
    return new NewJob(
        owner,
        key,
        request,
        request.photos().stream().map(url -> new AcceptedFile(url, "\"etag\"")).toList(),
        request.musicFile().map(url -> new AcceptedFile(url, "\"sound\"")),
        request.planId().map(_ -> trip()),
        now);
  }

  /// A day in Busan, with a stop that ends after midnight.
  public static TripOutline trip() {
    return new TripOutline(
        "부산 여행",
        Locale.KOREAN,
        ZoneId.of("Asia/Seoul"),
        LocalDate.parse("2026-11-14"),
        LocalDate.parse("2026-11-14"),
        List.of(
            stop("s1", "Haeundae Beach", "해운대해수욕장", "09:30", "11:00"),
            stop("s2", "Gwangalli Beach", "광안리해수욕장", "22:30", "00:15")),
        Map.of(LocalDate.parse("2026-11-14"), new TripWeather(7.5, 14.25, true)));
  }

  private static TripStop stop(
      String id, String name, String localName, String arrive, String depart) {
    return new TripStop(
        id,
        name,
        localName,
        LocalDate.parse("2026-11-14"),
        LocalTime.parse(arrive),
        LocalTime.parse(depart),
        new GeoPoint(35.1586975, 129.1603842));
  }
}
