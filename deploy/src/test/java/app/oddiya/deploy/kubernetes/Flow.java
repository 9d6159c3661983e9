package app.oddiya.deploy.kubernetes;

/// One arrow: who may open a connection to whom.
///
/// @param from a pod's name, or `collector`, `load balancer`
/// @param to a pod's name, a store, `collector`, `dns` or `outside`
/// @param protocol `TCP` or `UDP`
record Flow(String from, String to, String protocol, int port) implements Comparable<Flow> {

  static Flow tcp(String from, String to, int port) {
    return new Flow(from, to, "TCP", port);
  }

  @Override
  public String toString() {
    return "%s -> %s %s %d".formatted(from, to, protocol, port);
  }

  @Override
  public int compareTo(Flow other) {
    return toString().compareTo(other.toString());
  }
}
