package app.oddiya.domain.video.film;

import java.util.Arrays;
import java.util.Optional;

/// Music made by this project's own code, so that nobody has to ask for a licence. Its beats are a
/// grid of frames that begins with the film: four to a bar, each on a frame.
public enum Track {
  /// Warm chords, a slow arpeggio of bells.
  DAYBREAK("daybreak", "Daybreak", 90),
  /// A kick on every beat, a bass that answers it, bright chords: a drive at night.
  STREETLIGHT("streetlight", "Streetlight", 120),
  /// Plucked strings, hand claps and a whistled tune.
  PICNIC("picnic", "Picnic", 100),
  /// Long swells over a low drone, single piano-like notes far apart.
  HORIZON("horizon", "Horizon", 60);

  private final String id;
  private final String title;
  private final int beatsPerMinute;

  Track(String id, String title, int beatsPerMinute) {
    this.id = id;
    this.title = title;
    this.beatsPerMinute = beatsPerMinute;
  }

  public static Optional<Track> of(String id) {
    return Arrays.stream(values()).filter(track -> track.id.equals(id)).findFirst();
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  /// The tempo; every tempo divides the frame rate, so that each beat falls on a frame.
  public int beatsPerMinute() {
    return beatsPerMinute;
  }

  /// Frames from one beat to the next.
  public int framesPerBeat() {
    return Storyboard.FRAMES_PER_SECOND * 60 / beatsPerMinute;
  }
}
