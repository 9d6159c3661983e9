package app.oddiya.apps.local.trip;

/// Is told every exchange with the system. Never a token or what is in a body.
public interface TripLog {

  void note(String line);
}
