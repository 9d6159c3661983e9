package app.oddiya.adapters.ffmpeg.video;

/// A file that begins like a photo of its type and is not one.
final class DamagedPhoto extends Exception {

  private static final long serialVersionUID = 1L;

  DamagedPhoto(String what) {
    super(what);
  }
}
