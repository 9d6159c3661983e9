package app.oddiya.domain.video.film;

import app.oddiya.domain.shared.GeoPoint;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Photos that exist on paper only.
final class Photos {

  static final DecodedPhoto LANDSCAPE = sized(2866, 2150);
  static final DecodedPhoto PORTRAIT = sized(1612, 2150);

  private Photos() {}

  static DecodedPhoto sized(int width, int height) {
    return new DecodedPhoto(
        Path.of("photo.yuv"),
        width,
        height,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Focus.EVEN);
  }

  static DecodedPhoto named(String name) {
    return new DecodedPhoto(
        Path.of(name),
        LANDSCAPE.width(),
        LANDSCAPE.height(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Focus.EVEN);
  }

  static DecodedPhoto at(DecodedPhoto photo, String time) {
    return new DecodedPhoto(
        photo.pixels(),
        photo.width(),
        photo.height(),
        Optional.of(LocalDateTime.parse(time)),
        photo.offset(),
        photo.position(),
        photo.focus());
  }

  static DecodedPhoto offset(DecodedPhoto photo, String offset) {
    return new DecodedPhoto(
        photo.pixels(),
        photo.width(),
        photo.height(),
        photo.takenAt(),
        Optional.of(ZoneOffset.of(offset)),
        photo.position(),
        photo.focus());
  }

  static DecodedPhoto in(DecodedPhoto photo, GeoPoint position) {
    return new DecodedPhoto(
        photo.pixels(),
        photo.width(),
        photo.height(),
        photo.takenAt(),
        photo.offset(),
        Optional.of(position),
        photo.focus());
  }

  static DecodedPhoto focused(DecodedPhoto photo, Focus focus) {
    return new DecodedPhoto(
        photo.pixels(),
        photo.width(),
        photo.height(),
        photo.takenAt(),
        photo.offset(),
        photo.position(),
        focus);
  }

  static List<DecodedPhoto> many(int count) {
    return IntStream.range(0, count).mapToObj(i -> named("photo-" + i)).toList();
  }
}
