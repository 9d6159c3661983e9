package app.oddiya.apps.stores.sns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// Topics, platform applications and endpoints, each change on disk before it is answered.
final class Registry {

  private static final String ARN = "arn:aws:sns:ap-northeast-2:000000000000:";
  private static final JsonMapper json = JsonMapper.builder().build();

  /// A device that an application may push to.
  ///
  /// @param attributes `Enabled`, `Token`, `CustomUserData`
  record Endpoint(String arn, String applicationArn, Map<String, String> attributes) {

    String token() {
      return attributes.getOrDefault("Token", "");
    }

    boolean enabled() {
      return attributes.getOrDefault("Enabled", "").equals("true");
    }

    /// `APNS_SANDBOX`, `GCM` and the like, which an application's ARN carries.
    String platform() {
      return applicationArn.split("/", -1)[1];
    }
  }

  /// All of it, as kept on disk.
  ///
  /// @param topics name by ARN
  /// @param applications platform by ARN
  record State(
      Map<String, String> topics,
      Map<String, String> applications,
      Map<String, Endpoint> endpoints) {}

  private final Path file;
  private final Supplier<UUID> ids;
  private final State state;

  private Registry(Path file, Supplier<UUID> ids, State state) {
    this.file = file;
    this.ids = ids;
    this.state = state;
  }

  static Registry in(Path directory, Supplier<UUID> ids) throws IOException {
    Path file = Files.createDirectories(directory).resolve("registry.json");
    State state =
        Files.exists(file)
            ? json.readValue(Files.readAllBytes(file), State.class)
            : new State(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    return new Registry(file, ids, state);
  }

  /// The same topic again if there is one of that name.
  synchronized String createTopic(String name) throws IOException {
    String arn = ARN + name;
    if (state.topics().putIfAbsent(arn, name) == null) {
      save();
    }
    return arn;
  }

  synchronized boolean hasTopic(String arn) {
    return state.topics().containsKey(arn);
  }

  synchronized String createPlatformApplication(String name, String platform) throws IOException {
    String arn = ARN + "app/" + platform + "/" + name;
    if (state.applications().putIfAbsent(arn, platform) == null) {
      save();
    }
    return arn;
  }

  synchronized boolean hasApplication(String arn) {
    return state.applications().containsKey(arn);
  }

  synchronized Optional<Endpoint> endpointOf(String applicationArn, String token) {
    return state.endpoints().values().stream()
        .filter(endpoint -> endpoint.applicationArn().equals(applicationArn))
        .filter(endpoint -> endpoint.token().equals(token))
        .findFirst();
  }

  synchronized Endpoint createEndpoint(String applicationArn, Map<String, String> attributes)
      throws IOException {
    String arn = applicationArn.replace(":app/", ":endpoint/") + "/" + ids.get();
    Endpoint endpoint = new Endpoint(arn, applicationArn, attributes);
    state.endpoints().put(arn, endpoint);
    save();
    return endpoint;
  }

  synchronized Optional<Endpoint> endpoint(String arn) {
    return Optional.ofNullable(state.endpoints().get(arn));
  }

  /// Those of an application whose ARNs come after one, in their order.
  synchronized List<Endpoint> endpointsOf(String applicationArn, String after) {
    return state.endpoints().entrySet().stream()
        .filter(each -> each.getKey().compareTo(after) > 0)
        .map(Map.Entry::getValue)
        .filter(endpoint -> endpoint.applicationArn().equals(applicationArn))
        .sorted(Comparator.comparing(Endpoint::arn))
        .toList();
  }

  synchronized void change(Endpoint endpoint, Map<String, String> attributes) throws IOException {
    Map<String, String> merged = new TreeMap<>(endpoint.attributes());
    merged.putAll(attributes);
    state
        .endpoints()
        .put(endpoint.arn(), new Endpoint(endpoint.arn(), endpoint.applicationArn(), merged));
    save();
  }

  synchronized void deleteEndpoint(String arn) throws IOException {
    if (state.endpoints().remove(arn) != null) {
      save();
    }
  }

  private void save() throws IOException {
    Path aside = file.resolveSibling("registry.new");
    Files.write(aside, json.writeValueAsBytes(state));
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
