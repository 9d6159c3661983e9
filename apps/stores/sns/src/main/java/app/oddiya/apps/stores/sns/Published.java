package app.oddiya.apps.stores.sns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// What was published, a JSON object a line, for whoever wants to see what a phone would have
/// shown.
final class Published {

  private static final JsonMapper json = JsonMapper.builder().build();

  private final Path file;
  private final InstantSource clock;

  Published(Path file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /// One message on its way.
  ///
  /// @param target ARN of the topic or of the endpoint
  /// @param token the device's, empty for a topic
  /// @param payload what this target gets: the platform's own part of a structured message, else
  ///     its default
  /// @param attributes text values of the message attributes
  record Message(
      String messageId,
      String target,
      String platform,
      String token,
      String subject,
      String payload,
      Map<String, String> attributes) {}

  private record Line(String at, Message message) {}

  synchronized void add(Message message) throws IOException {
    byte[] line = json.writeValueAsBytes(new Line(clock.instant().toString(), message));
    Files.writeString(
        file,
        new String(line, StandardCharsets.UTF_8) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /// @param after how many of the oldest to leave out
  synchronized String lines(int after) throws IOException {
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    return lines.stream().skip(after).map(line -> line + "\n").collect(Collectors.joining());
  }
}
