package app.oddiya.domain.planning.place;

import app.oddiya.domain.shared.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The provider records that we hold: those of every stop, and those that a search has shown. A
/// client names a place by its id alone; what is meant by it comes from here.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if the store does not answer in time.
public interface HeldPlaces {

  /// Holds records; of two of one place the one fetched last stays. What is known of a place by a
  /// stop only makes way for any of them, and for none of them do they make way.
  void remember(List<Place> places, Deadline deadline);

  /// The records of those of `ids` that we hold. Of a place that came with a stop only, its hours,
  /// price and interests are not known.
  Map<PlaceId, Place> find(Set<PlaceId> ids, Deadline deadline);
}
