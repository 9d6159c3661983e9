package app.oddiya.adapters.ffmpeg.video;

import java.util.Optional;
import java.util.function.Supplier;

/// Words and when they are seen. They are set when that is, and forgotten after it: a name takes
/// some two megabytes in the size of the frame, and a film may have sixty of them.
///
/// Several painters take from it at once.
final class Words {

  private final Supplier<Optional<Overlay>> setting;
  private final int from;
  private final int end;
  private final int fade;

  // Both guarded by this.
  private Optional<Overlay> overlay = Optional.empty();
  private boolean isSet;

  /// @param setting of what is laid over frames; empty if the words hold no character that can be
  ///     written
  /// @param from first frame
  /// @param end frame after the last
  /// @param fade frames in which it comes, and goes
  Words(Supplier<Optional<Overlay>> setting, int from, int end, int fade) {
    this.setting = setting;
    this.from = from;
    this.end = end;
    this.fade = fade;
  }

  synchronized Optional<Overlay> overlay() {
    if (!isSet) {
      overlay = setting.get();
      isSet = true;
    }
    return overlay;
  }

  /// Forgets it if it is not seen from `frame` on.
  synchronized void forgetBefore(int frame) {
    if (end <= frame) {
      overlay = Optional.empty();
      isSet = false;
    }
  }

  /// 0 when it is not there, 1 when it is all there.
  float strength(int frame) {
    double come = (frame - from + 1) / (fade + 1.0);
    double go = (end - frame) / (fade + 1.0);
    double share = Math.clamp(Math.min(come, go), 0.0, 1.0);
    return (float) (share * share * (3 - 2 * share));
  }
}
