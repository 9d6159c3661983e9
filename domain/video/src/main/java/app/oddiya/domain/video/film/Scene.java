package app.oddiya.domain.video.film;

import java.util.Optional;

/// One photo on screen for a while.
///
/// @param photo shown
/// @param firstFrame of the film in which it begins to show
/// @param frames for which it shows, both fades included
/// @param fadeIn of those, the frames in which it comes out of the scene before; 0 for the first
/// @param motion of the camera over the photo, through all its frames
/// @param caption said when the place changes
/// @param card set large over the photo
/// @param print where the photo comes to lie, if it is laid on a table
public record Scene(
    DecodedPhoto photo,
    int firstFrame,
    int frames,
    int fadeIn,
    Motion motion,
    Optional<Caption> caption,
    Optional<Card> card,
    Optional<Print> print) {

  public Scene(
      DecodedPhoto photo,
      int firstFrame,
      int frames,
      int fadeIn,
      Motion motion,
      Optional<Caption> caption) {
    this(photo, firstFrame, frames, fadeIn, motion, caption, Optional.empty(), Optional.empty());
  }

  public Scene {
    if (firstFrame < 0) {
      throw new IllegalArgumentException("firstFrame: " + firstFrame + " (expected: >= 0)");
    }
    if (fadeIn < 0 || fadeIn > frames) {
      throw new IllegalArgumentException("fadeIn: " + fadeIn + " (expected: 0.." + frames + ")");
    }
  }

  /// The first frame of the film in which it shows no more.
  public int endFrame() {
    return firstFrame + frames;
  }
}
