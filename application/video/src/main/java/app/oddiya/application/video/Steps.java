package app.oddiya.application.video;

/// Hears how far the making of a film is.
interface Steps {

  /// @param percent 0..99, never falling
  void advance(int percent);

  /// A preview and its poster are in the store.
  void preview();
}
