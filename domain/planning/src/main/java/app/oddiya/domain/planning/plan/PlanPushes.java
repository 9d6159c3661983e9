package app.oddiya.domain.planning.plan;

import app.oddiya.domain.shared.Deadline;

/// Messages to phones about proposals. They may arrive twice; of those about one plan a phone shows
/// the last.
public interface PlanPushes {

  /// @param title in the traveller's language
  /// @throws app.oddiya.domain.shared.Unavailable if it is not known to have been handed over
  Outcome push(
      PlanPhones.Phone phone, PlanId plan, RevisionId proposal, String title, Deadline deadline);

  /// What can be expected of a phone.
  enum Outcome {
    HANDED_OVER,
    /// The app was removed or its token has expired: the provider will not try this address again.
    DISABLED
  }
}
