package app.oddiya.domain.video.film;

/// The time of one scene, before it is known what it shows.
///
/// @param photo shown, by its place in the film's order
/// @param ofPhoto which shot of that photo it is, from 0
/// @param firstFrame in which it begins to show
/// @param frames for which it shows, fades included
/// @param fadeIn of those
record Shot(int photo, int ofPhoto, int firstFrame, int frames, int fadeIn) {

  int endFrame() {
    return firstFrame + frames;
  }
}
