package app.oddiya.domain.video.film;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A film decided in every frame and not yet drawn: which photo when, how the camera moves, what is
/// written, what is heard. It is data; nothing in it depends on how frames are made.
///
/// @param scenes in order, without a gap, each overlapping the one before by its fade and no other
/// @param seconds length, exactly that of all scenes together
/// @param language of the words: Chinese, Japanese and Korean write the same character differently
/// @param closingFade frames at the end in which the picture goes to black
public record Storyboard(
    Template template,
    Aspect aspect,
    int seconds,
    Locale language,
    Optional<Title> title,
    List<Scene> scenes,
    int closingFade,
    Soundtrack soundtrack) {

  /// Every film has this rate, constant.
  public static final int FRAMES_PER_SECOND = 30;

  public Storyboard {
    scenes = List.copyOf(scenes);
    if (scenes.isEmpty()) {
      throw new IllegalArgumentException("scenes: none (expected: >= 1)");
    }
    int end = 0;
    int endBefore = 0;
    for (Scene scene : scenes) {
      int begins = scene.firstFrame();
      if (begins != end - scene.fadeIn() || begins < endBefore) {
        throw new IllegalArgumentException(
            "firstFrame: " + begins + " (expected: " + (end - scene.fadeIn()) + ", one overlap)");
      }
      endBefore = end;
      end = scene.endFrame();
    }
    if (end != seconds * FRAMES_PER_SECOND) {
      throw new IllegalArgumentException(
          "scenes: " + end + " frames (expected: " + seconds * FRAMES_PER_SECOND + ")");
    }
    if (closingFade < 0 || closingFade > end) {
      throw new IllegalArgumentException(
          "closingFade: " + closingFade + " (expected: 0.." + end + ")");
    }
  }

  /// Frames of the whole film.
  public int frames() {
    return seconds * FRAMES_PER_SECOND;
  }

  public Duration duration() {
    return Duration.ofSeconds(seconds);
  }
}
