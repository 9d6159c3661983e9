package app.oddiya.domain.video.film;

import java.util.ArrayList;
import java.util.List;

/// Divides the length of a film among its photos, to the frame.
///
/// A cut is the middle of a fade. Photos get equal times, the first one more under a title; a photo
/// that would stand too long is shown in several shots. Cuts go to the nearest beat of the track as
/// long as every scene keeps two beats; a fade takes at most a third of the scenes it joins, so
/// that three photos never show at once.
final class CutList {

  private final FilmRequest request;
  private final boolean titled;

  CutList(FilmRequest request, boolean titled) {
    this.request = request;
    this.titled = titled;
  }

  /// @param photos at least one, at most as many as the template has room for
  List<Shot> shots(int photos) {
    List<Integer> owners = new ArrayList<>();
    List<Integer> ofPhoto = new ArrayList<>();
    List<Integer> cuts = new ArrayList<>();
    List<Integer> bounds = photoBounds(photos);
    for (int photo = 0; photo < photos; photo++) {
      int begin = bounds.get(photo);
      int length = bounds.get(photo + 1) - begin;
      int shots = Math.ceilDiv(length, request.template().longestCut());
      for (int shot = 0; shot < shots; shot++) {
        owners.add(photo);
        ofPhoto.add(shot);
        cuts.add(begin + length * shot / shots);
      }
    }
    cuts.add(bounds.getLast());
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i < owners.size(); i++) {
      int fadeIn = i == 0 ? 0 : fade(cuts, i);
      int fadeOut = i == owners.size() - 1 ? 0 : fade(cuts, i + 1);
      int first = cuts.get(i) - fadeIn / 2;
      int end = cuts.get(i + 1) + fadeOut / 2;
      shots.add(new Shot(owners.get(i), ofPhoto.get(i), first, end - first, fadeIn));
    }
    return shots;
  }

  /// Where each photo begins, and the end.
  private List<Integer> photoBounds(int photos) {
    int frames = request.seconds() * Storyboard.FRAMES_PER_SECOND;
    int spare = frames - photos * request.template().shortestCut();
    int extra =
        titled ? Math.clamp(request.template().openingExtra(), 0, Math.max(0, spare / 2)) : 0;
    int grid = grid((frames - extra) / photos);
    List<Integer> bounds = new ArrayList<>();
    bounds.add(0);
    for (int photo = 1; photo < photos; photo++) {
      double at = extra + (double) (frames - extra) * photo / photos;
      bounds.add((int) Math.round(at / grid) * grid);
    }
    bounds.add(frames);
    return bounds;
  }

  /// Frames to which cuts are rounded: a beat if scenes are long enough to keep two, else one.
  private int grid(int framesOfEach) {
    return switch (request.soundtrack()) {
      case Soundtrack.Composed(Track track) ->
          framesOfEach >= 3 * track.framesPerBeat() ? track.framesPerBeat() : 1;
      case Soundtrack.Silence(), Soundtrack.Brought _ -> 1;
    };
  }

  /// Frames of the fade at a cut, even.
  private int fade(List<Integer> cuts, int cut) {
    int shorter = Math.min(cuts.get(cut) - cuts.get(cut - 1), cuts.get(cut + 1) - cuts.get(cut));
    return Math.min(request.template().fade(), shorter / 3) / 2 * 2;
  }
}
