package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Storyboard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table on which one print after the other comes to lie. Picture -1 is the bare table, picture
/// `n` the table when the print of scene `n` lies on it, which it does [#FALL] frames after the
/// scene's beginning. Two or three of them are in memory at a time.
final class TableShelf implements Shelf {

  /// Frames for which a print is on its way down.
  static final int FALL = 10;

  private final List<Scene> scenes;
  private final Darkroom darkroom;
  private final Map<Integer, PhotoPlanes> pictures = new HashMap<>();
  private final Map<Integer, Overlay> prints = new HashMap<>();
  private final Map<Integer, PrintPlanes> falling = new HashMap<>();
  private Tabletop table;

  /// The last print that lies on `table`.
  private int laid = -1;

  TableShelf(Storyboard storyboard, Darkroom darkroom) {
    this.scenes = storyboard.scenes();
    this.darkroom = darkroom;
    this.table = Tabletop.bare(darkroom.table());
  }

  @Override
  public synchronized PhotoPlanes picture(int number) {
    PhotoPlanes known = pictures.get(number);
    if (known != null) {
      return known;
    }
    if (laid > number) {
      table = Tabletop.bare(darkroom.table());
      laid = -1;
    }
    while (laid < number) {
      table.lay(developed(++laid));
    }
    PhotoPlanes picture = table.planes();
    pictures.put(number, picture);
    return picture;
  }

  @Override
  public synchronized Optional<PrintPlanes> print(int number) {
    return Optional.of(falling.computeIfAbsent(number, scene -> PrintPlanes.of(developed(scene))));
  }

  private Overlay developed(int number) {
    return prints.computeIfAbsent(
        number,
        scene -> {
          try {
            return darkroom.develop(scenes.get(scene));
          } catch (IOException e) {
            throw new UncheckedIOException("the pixels of a photo could not be read", e);
          }
        });
  }

  @Override
  public synchronized void forgetBefore(int frame) {
    pictures.keySet().removeIf(number -> number + 1 < scenes.size() && lies(number + 1) <= frame);
    prints.keySet().removeIf(number -> lies(number) <= frame && number <= laid);
    falling.keySet().removeIf(number -> lies(number) <= frame);
  }

  /// The first frame in which a scene's print lies.
  private int lies(int number) {
    return scenes.get(number).firstFrame() + FALL;
  }
}
