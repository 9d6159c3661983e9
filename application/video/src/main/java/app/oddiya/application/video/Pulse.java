package app.oddiya.application.video;

import java.time.Duration;

/// Does something at regular times, beside whatever else goes on.
public interface Pulse {

  /// Runs `beat` every `interval`, first after one, until closed. It is on its own with its
  /// exceptions: `beat` throws none.
  Beating every(Duration interval, Runnable beat);

  /// A pulse that goes on until it is closed.
  interface Beating extends AutoCloseable {

    @Override
    void close();
  }
}
