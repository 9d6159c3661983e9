package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Draws the frames of a storyboard, each by itself, in any order. A frame is made row by row: a
/// row of each photo that shows, mixed by how far the fade is, the words over it, then rounded
/// once.
///
/// It belongs to one thread; several of them share a shelf.
final class FramePainter {

  /// Black of limited range, as a signed sample.
  private static final float BLACK = 16 - 128;

  /// How much larger than on the table a print looks that begins to come down.
  private static final double HEIGHT = 0.3;

  /// Frames in which a print that comes down comes into sight.
  private static final int SEEN = 4;

  private final Storyboard storyboard;
  private final List<Words> words;
  private final Shelf shelf;
  private final FrameSize size;
  private final Canvas luma;
  private final Canvas blue;
  private final Canvas red;

  FramePainter(Storyboard storyboard, List<Words> words, Shelf shelf) {
    this.storyboard = storyboard;
    this.words = words;
    this.shelf = shelf;
    this.size = storyboard.aspect().frame();
    this.luma = new Canvas(size.width(), size.height());
    this.blue = new Canvas(size.width() / 2, size.height() / 2);
    this.red = new Canvas(size.width() / 2, size.height() / 2);
  }

  /// Bytes of a frame.
  static int bytes(FrameSize size) {
    return size.width() * size.height() * 3 / 2;
  }

  /// Draws frame `number` of the film.
  ///
  /// @param target gets the planes of luma, blue and red one after the other
  void paint(int number, byte[] target) {
    List<Visible> visible = visible(number);
    for (int i = 0; i < visible.size(); i++) {
      aim(visible.get(i), i);
    }
    float landed = aimAtPrint(number, visible.getLast());
    List<Words> spoken = words.stream().filter(each -> each.strength(number) > 0).toList();
    float share = visible.size() > 1 ? visible.getLast().share() : 0;
    float darkness = darkness(number);
    int pixels = size.width() * size.height();
    Mix mix = new Mix(share, landed, darkness);
    luma.paint(target, 0, mix, BLACK, covers(spoken, number, Overlay::luma, 1));
    blue.paint(target, pixels, mix, 0, covers(spoken, number, Overlay::blue, 2));
    red.paint(target, pixels + pixels / 4, mix, 0, covers(spoken, number, Overlay::red, 2));
  }

  /// The scene that shows, or the two between which the film is fading, the later one last.
  private List<Visible> visible(int number) {
    List<Visible> visible = new ArrayList<>();
    List<Scene> scenes = storyboard.scenes();
    for (int i = 0; i < scenes.size(); i++) {
      Scene scene = scenes.get(i);
      if (number >= scene.firstFrame() && number < scene.endFrame()) {
        int since = number - scene.firstFrame();
        double time = since / Math.max(1.0, scene.frames() - 1);
        double come = Math.min(1, (since + 1) / (scene.fadeIn() + 1.0));
        float share = (float) (come * come * (3 - 2 * come));
        boolean onItsWay = scene.print().isPresent() && since < TableShelf.FALL;
        visible.add(new Visible(onItsWay ? i - 1 : i, i, scene.motion().at(time), share));
      }
    }
    return visible;
  }

  private void aim(Visible shown, int layer) {
    PhotoPlanes photo = shelf.picture(shown.picture());
    Sight ofLuma = Sight.ofLuma(photo.luma(), size, shown.view());
    Sight ofColor = Sight.ofColor(photo.luma(), size, shown.view());
    luma.aim(layer, photo.luma(), ofLuma);
    blue.aim(layer, photo.blue(), ofColor);
    red.aim(layer, photo.red(), ofColor);
  }

  /// A print comes down from above, and is there before it lies.
  ///
  /// @return how much of it is there, 0 if none is on its way
  private float aimAtPrint(int number, Visible shown) {
    if (shown.picture() == shown.scene()) {
      return 0;
    }
    PrintPlanes print = shelf.print(shown.scene()).orElseThrow();
    int since = number - storyboard.scenes().get(shown.scene()).firstFrame();
    double left = 1 - (since + 1.0) / (TableShelf.FALL + 1);
    double above = 1 + HEIGHT * left * left;
    ColumnPlane table = shelf.picture(shown.picture()).luma();
    Sight ofLuma = Sight.ofLuma(table, size, shown.view());
    Sight ofColor = Sight.ofColor(table, size, shown.view());
    luma.aim(print.luma(), ofLuma.of(print.luma().hidden(), print.x(), print.y(), above));
    Sight ofPrint = ofColor.of(print.blue().hidden(), print.x() / 2.0, print.y() / 2.0, above);
    blue.aim(print.blue(), ofPrint);
    red.aim(print.red(), ofPrint);
    return (float) Math.min(1, (since + 1.0) / SEEN);
  }

  private float darkness(int number) {
    int left = storyboard.frames() - number;
    double gone = 1 - left / (storyboard.closingFade() + 1.0);
    double share = Math.clamp(gone, 0.0, 1.0);
    return (float) (share * share * (3 - 2 * share));
  }

  private static List<Cover> covers(
      List<Words> spoken, int number, Function<Overlay, Layer> plane, int of) {
    List<Cover> covers = new ArrayList<>();
    for (Words each : spoken) {
      each.overlay()
          .map(
              overlay ->
                  new Cover(
                      plane.apply(overlay),
                      overlay.x() / of,
                      overlay.y() / of,
                      overlay.height() / of,
                      each.strength(number)))
          .ifPresent(covers::add);
    }
    return covers;
  }

  /// @param picture on the shelf
  /// @param scene by its place in the film
  /// @param share of the picture that this scene has, beside the one before
  private record Visible(int picture, int scene, View view, float share) {}

  /// How far what is to be seen is there.
  ///
  /// @param share of the later picture in a fade
  /// @param landed of a print that is on its way
  /// @param darkness of the end
  private record Mix(float share, float landed, float darkness) {}

  /// One plane of an overlay in its place on the plane of a frame.
  private record Cover(Layer layer, int x, int y, int height, float strength) {

    boolean reaches(int row) {
      return row >= y && row < y + height;
    }
  }

  /// One plane of the frame that is being made.
  private static final class Canvas {

    private final int width;
    private final int height;
    private final Sampler first;
    private final Sampler second;
    private final Sampler added;
    private final Sampler hidden;
    private final float[] row;
    private final float[] addedRow;
    private final float[] hiddenRow;

    Canvas(int width, int height) {
      this.width = width;
      this.height = height;
      this.first = new Sampler(width);
      this.second = new Sampler(width);
      this.added = new Sampler(width);
      this.hidden = new Sampler(width);
      this.row = new float[width];
      this.addedRow = new float[width];
      this.hiddenRow = new float[width];
    }

    void aim(int layer, ColumnPlane photo, Sight sight) {
      (layer == 0 ? first : second).aim(photo, sight, height);
    }

    void aim(PrintPlanes.Plane print, Sight sight) {
      added.aim(print.added(), sight, height);
      hidden.aim(print.hidden(), sight, height);
    }

    void paint(byte[] target, int at, Mix mix, float black, List<Cover> covers) {
      for (int y = 0; y < height; y++) {
        first.row(y, 1 - mix.share(), row);
        if (mix.share() > 0) {
          second.addRow(y, mix.share(), row);
        }
        if (mix.landed() > 0) {
          added.row(y, 1, addedRow);
          hidden.row(y, 1, hiddenRow);
          Rows.lay(row, addedRow, hiddenRow, mix.landed(), width);
        }
        for (Cover cover : covers) {
          if (cover.reaches(y)) {
            cover.layer().cover(row, cover.x(), y - cover.y(), cover.strength());
          }
        }
        if (mix.darkness() > 0) {
          Rows.toward(row, black, mix.darkness(), width);
        }
        Rows.write(row, target, at + y * width, width);
      }
    }
  }
}
