package app.oddiya.adapters.ffmpeg.video;

/// A print that is on its way to the table, ready to be sampled.
///
/// @param x of its left edge on the table, in samples of luma
/// @param y of its upper edge
record PrintPlanes(int x, int y, Plane luma, Plane blue, Plane red) {

  /// @param added what it shows, times how thick it is there
  /// @param hidden how thick it is
  record Plane(ColumnPlane added, ColumnPlane hidden) {

    static Plane of(Layer layer) {
      return new Plane(layer.added(), layer.hidden());
    }
  }

  static PrintPlanes of(Overlay print) {
    return new PrintPlanes(
        print.x(),
        print.y(),
        Plane.of(print.luma()),
        Plane.of(print.blue()),
        Plane.of(print.red()));
  }
}
