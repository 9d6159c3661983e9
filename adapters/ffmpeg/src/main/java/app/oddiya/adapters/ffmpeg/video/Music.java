package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Track;

/// Plays any track.
final class Music {

  private Music() {}

  /// The track, exactly `seconds` long, mastered, the same each time.
  static Sound play(Track track, int seconds) {
    Band band = new Band(seconds);
    score(track, band, seconds).perform();
    return band.mastered();
  }

  private static Score score(Track track, Band band, int seconds) {
    return switch (track) {
      case DAYBREAK -> new Daybreak(band, seconds);
      case STREETLIGHT -> new Streetlight(band, seconds);
      case PICNIC -> new Picnic(band, seconds);
      case HORIZON -> new Horizon(band, seconds);
    };
  }
}
