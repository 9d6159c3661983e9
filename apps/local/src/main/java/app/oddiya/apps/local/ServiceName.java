package app.oddiya.apps.local;

/// The seven services, the one that must go first when all are stopped first.
enum ServiceName {
  GATEWAY("gateway", 8080),
  AUTH("auth", 8081),
  USER("user", 8082),
  PLAN("plan", 8083),
  LLM_AGENT("llm-agent", 8084),
  VIDEO("video", 8085),
  VIDEO_WORKER("video-worker", 8086);

  private final String label;
  private final int usualPort;

  ServiceName(String label, int usualPort) {
    this.label = label;
    this.usualPort = usualPort;
  }

  /// As people, tokens and folders call it.
  String label() {
    return label;
  }

  /// Its port in the kick-off; the private one is 1000 above.
  int usualPort() {
    return usualPort;
  }

  /// A variable of this service: `ODDIYA_LLM_AGENT_PORT` for `PORT`.
  String variable(String suffix) {
    return "ODDIYA_" + name() + "_" + suffix;
  }
}
