package app.oddiya.adapters.ffmpeg.video;

/// An overlay and when it is seen.
///
/// @param from first frame
/// @param end frame after the last
/// @param fade frames in which it comes, and goes
record Words(Overlay overlay, int from, int end, int fade) {

  /// 0 when it is not there, 1 when it is all there.
  float strength(int frame) {
    double come = (frame - from + 1) / (fade + 1.0);
    double go = (end - frame) / (fade + 1.0);
    double share = Math.clamp(Math.min(come, go), 0.0, 1.0);
    return (float) (share * share * (3 - 2 * share));
  }
}
