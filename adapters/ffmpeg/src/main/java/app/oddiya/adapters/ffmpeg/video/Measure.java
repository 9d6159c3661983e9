package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Track;

/// The bars of a track in a film of some length.
///
/// @param beat seconds
/// @param bars whole ones, before the last chord
record Measure(double beat, int bars) {

  static final int BEATS = 4;

  /// @param lastBeats least time that the last chord is left to ring
  static Measure of(Track track, int seconds, double lastBeats) {
    double beat = 60.0 / track.beatsPerMinute();
    return new Measure(beat, (int) ((seconds / beat - lastBeats) / BEATS));
  }

  /// Seconds of a bar.
  double bar() {
    return BEATS * beat;
  }

  /// When a bar begins.
  double at(int bar) {
    return bar * bar();
  }

  /// When the last chord begins.
  double end() {
    return bars * bar();
  }
}
