package app.oddiya.domain.identity.session;

/// What became of a refresh token that was presented.
public sealed interface Exchange {

  record Continued(Session session) implements Exchange {}

  record Refused(Reason reason) implements Exchange {}

  /// Why; for the log, never for the caller.
  enum Reason {
    /// No such family: it never was, has ended, or has been revoked.
    UNKNOWN,
    EXPIRED,
    /// A token was used that had been exchanged before; its family is now revoked.
    REUSED
  }
}
