package app.oddiya.apps.local.trip;

/// The trip ends here: an answer was not what the API promises. The message says which, for people.
public final class TripFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  public TripFailure(String message) {
    super(message);
  }

  public TripFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
