package app.oddiya.domain.planning.plan;

/// What came of deleting a plan.
public enum Deletion {
  DELETED,
  /// There is none of that owner.
  NOT_FOUND,
  /// It is not the version any more that was to be deleted.
  CHANGED
}
