package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.FrameSize;

/// A wooden table seen from above, drawn by arithmetic, and what has been laid on it.
final class Tabletop {

  private static final int PLANKS = 5;

  private final FrameSize size;
  private final byte[] luma;
  private final byte[] blue;
  private final byte[] red;

  private Tabletop(FrameSize size) {
    int pixels = size.width() * size.height();
    this.size = size;
    this.luma = new byte[pixels];
    this.blue = new byte[pixels / 4];
    this.red = new byte[pixels / 4];
  }

  static Tabletop bare(FrameSize size) {
    Tabletop table = new Tabletop(size);
    double plank = (double) size.width() / PLANKS;
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        table.luma[y * size.width() + x] = (byte) Math.round(table.wood(x, y, plank));
      }
    }
    int half = size.width() / 2;
    for (int i = 0; i < table.blue.length; i++) {
      int board = (int) (i % half * 2 / plank);
      table.blue[i] = (byte) (118 - Math.floorMod(hash(board, 7), 3));
      table.red[i] = (byte) (137 + Math.floorMod(hash(board, 9), 3));
    }
    return table;
  }

  /// Boards of different lightness, grain along them, a dark line between, darker toward the rim.
  private double wood(int x, int y, double plank) {
    int board = (int) (x / plank);
    double within = x - board * plank;
    double wave = 7 * noise(y / 170.0, board * 13) + 3 * noise(y / 60.0, board * 29);
    double grain =
        9 * noise((within + wave) / 15, board * 31 + 1)
            + 5 * noise((within + wave) / 4, board * 37 + 2) * noise(y / 220.0, board)
            + 2 * noise(y / 9.0, x / 3);
    double base = 88 + Math.floorMod(hash(board, 3), 14);
    double edge = Math.min(within, plank - within);
    double gap = edge < 3 ? 34 * (1 - edge / 3) : 0;
    double offX = (double) x / size.width() - 0.5;
    double offY = (double) y / size.height() - 0.5;
    double rim = 1 - 0.85 * (offX * offX + offY * offY);
    return 16 + (base + grain - gap - 10) * rim;
  }

  /// Smooth noise of one dimension, -0.5..0.5.
  private static double noise(double at, int seed) {
    int before = (int) Math.floor(at);
    double part = at - before;
    double smooth = part * part * (3 - 2 * part);
    return level(before, seed) * (1 - smooth) + level(before + 1, seed) * smooth;
  }

  private static double level(int at, int seed) {
    return (hash(at, seed) & 0xffff) / 65535.0 - 0.5;
  }

  private static int hash(int a, int b) {
    int mixed = a * 0x9E3779B1 ^ b * 0x85EBCA77;
    mixed = (mixed ^ mixed >>> 15) * 0x2C1B3C6D;
    mixed = (mixed ^ mixed >>> 12) * 0x297A2D39;
    return mixed ^ mixed >>> 15;
  }

  void lay(Overlay print) {
    print.luma().lay(luma, size.width(), print.x(), print.y());
    print.blue().lay(blue, size.width() / 2, print.x() / 2, print.y() / 2);
    print.red().lay(red, size.width() / 2, print.x() / 2, print.y() / 2);
  }

  /// As it is now.
  PhotoPlanes planes() {
    int width = size.width();
    int height = size.height();
    return new PhotoPlanes(
        ColumnPlane.of(luma, width, height),
        ColumnPlane.of(blue, width / 2, height / 2),
        ColumnPlane.of(red, width / 2, height / 2));
  }
}
