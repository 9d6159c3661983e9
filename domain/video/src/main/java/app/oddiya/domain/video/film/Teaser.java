package app.oddiya.domain.video.film;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Cuts the few seconds that a user sees while the film is being made: the first photos that were
/// read, as they came, under the title, in silence. Neither their order nor their music is the
/// film's; that they arrived, and what the film will look like, is what there is to tell.
public final class Teaser {

  public static final int SECONDS = 3;

  /// As many as it shows.
  public static final int PHOTOS = 3;

  private static final int FADE = 10;

  private Teaser() {}

  /// @param photos at least one, of which the first [#PHOTOS] are shown
  public static Storyboard of(FilmRequest request, List<DecodedPhoto> photos) {
    int shown = Math.min(PHOTOS, photos.size());
    int frames = SECONDS * Storyboard.FRAMES_PER_SECOND;
    Staging staging = new Staging(request.template(), request.aspect(), frames);
    int fade = Math.min(FADE, request.template().cuts().fade());
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      int begin = frames * i / shown - (i == 0 ? 0 : fade / 2);
      int end = frames * (i + 1) / shown + (i == shown - 1 ? 0 : fade / 2);
      DecodedPhoto photo = photos.get(i);
      Shot shot = new Shot(i, 0, begin, end - begin, i == 0 ? 0 : fade);
      scenes.add(
          new Scene(
              photo,
              shot.firstFrame(),
              shot.frames(),
              shot.fadeIn(),
              staging.motion(photo, i, shot),
              Optional.empty(),
              Optional.empty(),
              staging.print(photo, i)));
    }
    return new Storyboard(
        request.template(),
        request.aspect(),
        SECONDS,
        request.trip().map(TripOutline::language).orElse(Locale.KOREAN),
        new Director(request).title(),
        scenes,
        0,
        new Soundtrack.Silence());
  }
}
