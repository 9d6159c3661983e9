package app.oddiya.domain.planning.routing;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Interest;
import app.oddiya.domain.planning.place.Place;
import java.util.Set;

/// What a visit is worth to somebody with some interests, in points. A matter of judgement, not of
/// fact: it decides between true plans, never what is true.
///
/// A place that answers to the interests is worth up to three times as much as one that does not.
/// Long visits are worth more than short ones, by the root of their length: else a day would be
/// filled with the shortest ones, or by a theme park alone. A place whose name has been put into
/// several languages is one that visitors from abroad have heard of.
public final class Appeal {

  private static final int ANY_PLACE = 40;
  private static final int[] BY_INTERESTS_MET = {0, 45, 65, 75};
  private static final int WITHOUT_INTERESTS = 45;
  private static final int WELL_KNOWN = 15;
  private static final int MEAL = 70;
  private static final int USUAL_MINUTES = 75;

  private Appeal() {}

  /// @param interests of the traveller; empty for one who is open to anything
  public static int of(Place place, Set<Interest> interests) {
    long met = place.interests().stream().filter(interests::contains).count();
    int matching =
        interests.isEmpty()
            ? WITHOUT_INTERESTS
            : BY_INTERESTS_MET[(int) Math.min(met, BY_INTERESTS_MET.length - 1)];
    int known = place.names().translations().size() >= 3 ? WELL_KNOWN : 0;
    if (place.category() == Category.RESTAURANT) {
      // Everybody eats: what counts is that it is on the way.
      return MEAL + known + matching / 3;
    }
    double length = Math.sqrt((double) place.typicalMinutes() / USUAL_MINUTES);
    return (int) Math.round((ANY_PLACE + matching + known) * length);
  }
}
