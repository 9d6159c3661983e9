package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Track;

/// Plays any track.
final class Music {

  private Music() {}

  /// The track, exactly `seconds` long, mastered, the same each time.
  static Sound play(Track track, int seconds) {
    return switch (track) {
      case DAYBREAK -> Daybreak.play(seconds);
      case STREETLIGHT -> Streetlight.play(seconds);
      case PICNIC -> Picnic.play(seconds);
      case HORIZON -> Horizon.play(seconds);
    };
  }
}
