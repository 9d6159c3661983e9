package app.oddiya.domain.planning.plan;

/// What a party can be asked for on a day at its pace. Judgements, beside what is known:
///
/// - Minutes on the move. At home people are on the way for a good hour a day, whatever the place
///   and the time (1.1 to 1.3 hours: Mokhtarian and Chen 2004, "TTB or not TTB"). Who has come to
///   see a place is ready for more: a relaxed day asks for up to 1.7 times as much, a balanced one
///   2.2, a packed one 2.8.
/// - Meters on foot. Groups that came to a city by bus, from schools to veterans, walked 3 to 17
///   km on their day (2.0 to 10.5 miles in 4 to 14 hours, see the record of this decision), all
///   included; here only the ways between stops count, and the rest is walked at them.
/// - With children five sixths of the minutes and three quarters of the meters. Two miles (3.2 km)
///   at a time is as far as English law expects a child under eight to walk with somebody
///   (Education Act 1996, section 444(5)); at the balanced pace the whole day has less.
/// - Rest after each way, to find the door and to sit down; five minutes more with children.
/// - With children a day is over by 20:00, night sights and all. Children of six to twelve sleep 9
///   to 12 hours (American Academy of Sleep Medicine 2016), and there is a way back to be made.
///
/// @param most on a day, before [#mostWith]
/// @param restMinutes after each way
/// @param dayEnds minutes from midnight by which all but night sights are left
/// @param nightEnds the same for night sights
public record Stamina(Exertion most, int restMinutes, int dayEnds, int nightEnds) {

  private static final int DAY_ENDS = 21 * 60;
  private static final int NIGHT_ENDS = 22 * 60 + 30;
  private static final int CHILDREN_TIRE = 20 * 60;
  private static final int CHILDREN_REST = 5;

  public static Stamina of(PlanRequest wish) {
    Exertion most = most(wish.pace());
    int rest = rest(wish.pace());
    return wish.party().children() == 0
        ? new Stamina(most, rest, DAY_ENDS, NIGHT_ENDS)
        : new Stamina(
            new Exertion(most.minutes() * 5 / 6, most.metersOnFoot() * 3 / 4),
            rest + CHILDREN_REST,
            CHILDREN_TIRE,
            CHILDREN_TIRE);
  }

  /// The same ways with the rests and the hours of a party without children.
  public Stamina hurried(Pace pace) {
    return new Stamina(most, rest(pace), DAY_ENDS, NIGHT_ENDS);
  }

  /// What is asked of a party if nothing less will do: a wish is not refused for being strenuous.
  public static Stamina utmost(Pace pace) {
    return new Stamina(Exertion.BOUNDLESS, rest(pace), DAY_ENDS, NIGHT_ENDS);
  }

  /// What a day may ask for where some ways have to be made anyhow: at least half of the usual is
  /// left for the others.
  ///
  /// @param needed what the must-visits ask for, and a lodging that is far from everything
  public Exertion mostWith(Exertion needed) {
    return most.orMore(needed.plus(new Exertion(most.minutes() / 2, most.metersOnFoot() / 2)));
  }

  private static Exertion most(Pace pace) {
    return switch (pace) {
      case RELAXED -> new Exertion(120, 2_500);
      case BALANCED -> new Exertion(160, 4_000);
      case PACKED -> new Exertion(200, 6_000);
    };
  }

  private static int rest(Pace pace) {
    return switch (pace) {
      case RELAXED -> 10;
      case BALANCED -> 5;
      case PACKED -> 0;
    };
  }
}
