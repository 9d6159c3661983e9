package app.oddiya.adapters.ffmpeg.video;

/// What is played, for a [Band] and a film of some length.
interface Score {

  /// Has the band play all of it.
  void perform();
}
