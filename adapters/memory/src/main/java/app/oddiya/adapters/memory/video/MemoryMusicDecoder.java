package app.oddiya.adapters.memory.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.film.MusicDecoder;
import app.oddiya.domain.video.film.MusicReading;
import app.oddiya.domain.video.film.MusicReading.Readable;
import app.oddiya.domain.video.film.MusicReading.Refused;
import app.oddiya.domain.video.film.MusicRefusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A decoder of music that is one line of text, made by [#music]: it keeps to the port's contract
/// without a codec. What begins like such a line and does not go on like one is damaged; anything
/// else is of an unsupported type. The samples it writes are all zero and take no disk.
public final class MemoryMusicDecoder implements MusicDecoder {

  private static final String OPENING = "music ";
  private static final Pattern MUSIC = Pattern.compile("music (\\d{1,9}) ms\n");
  private static final int BYTES_OF_A_MILLISECOND = 48 * 2 * 2;
  private static final int SHORTEST_MILLIS = 1_000;

  private final InstantSource clock;

  public MemoryMusicDecoder(InstantSource clock) {
    this.clock = clock;
  }

  /// The bytes of music of that length.
  public static byte[] music(int millis) {
    return (OPENING + millis + " ms\n").getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public MusicReading read(Path original, Path workFolder, int seconds, Deadline deadline)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (deadline.isOver(clock)) {
      throw new Unavailable("music decoder", new TimeoutException());
    }
    try {
      String content = Files.readString(original, StandardCharsets.ISO_8859_1);
      Matcher music = MUSIC.matcher(content);
      if (!content.startsWith(OPENING)) {
        return new Refused(MusicRefusal.UNSUPPORTED_TYPE, "It is no music.");
      }
      if (!music.matches()) {
        return new Refused(MusicRefusal.UNREADABLE, "It is damaged.");
      }
      int millis = Math.min(Integer.parseInt(music.group(1)), seconds * 1_000);
      if (millis < SHORTEST_MILLIS) {
        return new Refused(MusicRefusal.TOO_SHORT, "There is less than a second of it.");
      }
      Path samples = Files.createTempFile(workFolder, "music-", ".pcm");
      try (RandomAccessFile file = new RandomAccessFile(samples.toFile(), "rw")) {
        file.setLength((long) millis * BYTES_OF_A_MILLISECOND);
      }
      return new Readable(samples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
