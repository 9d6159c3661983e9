package planted.application.planning;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/// Breaks rule 5 three times.
final class AsksTheClock {

  String stamp() {
    return Instant.now().toString() + UUID.randomUUID() + new Random().nextInt();
  }
}
