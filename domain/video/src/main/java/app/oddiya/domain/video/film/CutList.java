package app.oddiya.domain.video.film;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Divides the length of a film among its photos, to the frame.
///
/// A cut is the middle of a fade. Photos get equal times, those under a title or a card more; a
/// photo that would stand too long is shown in several shots. Cuts go to the nearest beat of the
/// track as long as there is time for as many beats as the template asks for; a fade takes at most
/// a third of the scenes it joins, so that three photos never show at once.
final class CutList {

  /// Time that a card over the last photo has beyond other cards.
  private static final int LAST_CARD = 40;

  private final FilmRequest request;
  private final boolean titled;
  private final Set<Integer> carded;

  /// @param carded photos over which a card is set, by their place in the film's order
  CutList(FilmRequest request, boolean titled, Set<Integer> carded) {
    this.request = request;
    this.titled = titled;
    this.carded = carded;
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
      int shots = Math.ceilDiv(length, request.template().cuts().longest());
      int grid = grid(length / shots, length);
      for (int shot = 0; shot < shots; shot++) {
        owners.add(photo);
        ofPhoto.add(shot);
        cuts.add(begin + (int) Math.round((double) length * shot / shots / grid) * grid);
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
    double[] extra = extra(photos, frames);
    double equal = (frames - Arrays.stream(extra).sum()) / photos;
    int grid = grid((int) equal, frames);
    List<Integer> bounds = new ArrayList<>();
    double at = 0;
    for (int photo = 0; photo < photos; photo++) {
      bounds.add((int) Math.round(at / grid) * grid);
      at += equal + extra[photo];
    }
    bounds.add(frames);
    return bounds;
  }

  /// What each photo has beyond the others for what is written over it, at most half of what is
  /// left when all have the least.
  private double[] extra(int photos, int frames) {
    double[] extra = new double[photos];
    for (int photo = 0; photo < photos; photo++) {
      extra[photo] = carded.contains(photo) ? request.template().words().cardExtra() : 0;
    }
    // What is drawn at the end has to be seen before it goes dark.
    extra[photos - 1] +=
        carded.contains(photos - 1) ? LAST_CARD + request.template().closingFade() : 0;
    extra[0] += titled ? request.template().words().openingExtra() : 0;
    double wanted = Arrays.stream(extra).sum();
    int spare = frames - photos * request.template().cuts().shortest();
    double share = Math.min(1, Math.max(0, spare / 2) / Math.max(1, wanted));
    return Arrays.stream(extra).map(each -> each * share).toArray();
  }

  /// Frames to which cuts are rounded: a beat if scenes are long enough for it, else one. What is
  /// left of a beat at the end is taken from the last of them.
  private int grid(int framesOfEach, int frames) {
    return switch (request.soundtrack()) {
      case Soundtrack.Composed(Track track) -> {
        int beat = track.framesPerBeat();
        int least = request.template().cuts().beats() * beat + frames % beat;
        yield framesOfEach >= least ? beat : 1;
      }
      case Soundtrack.Silence(), Soundtrack.Brought _ -> 1;
    };
  }

  /// Frames of the fade at a cut, even.
  private int fade(List<Integer> cuts, int cut) {
    int shorter = Math.min(cuts.get(cut) - cuts.get(cut - 1), cuts.get(cut + 1) - cuts.get(cut));
    return Math.min(request.template().cuts().fade(), shorter / 3) / 2 * 2;
  }
}
