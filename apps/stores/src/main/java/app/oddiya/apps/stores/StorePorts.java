package app.oddiya.apps.stores;

/// On which port of 127.0.0.1 each store listens.
public record StorePorts(
    int postgres, int sessions, int cache, int sqs, int s3, int openId, int sns) {

  /// The usual port of each plus ten thousand, so that they do not meet one that is installed here.
  public static StorePorts usual() {
    return new StorePorts(15432, 16379, 16380, 19324, 19000, 19400, 19500);
  }

  /// Whichever are free.
  public static StorePorts free() {
    return new StorePorts(
        Ports.free(),
        Ports.free(),
        Ports.free(),
        Ports.free(),
        Ports.free(),
        Ports.free(),
        Ports.free());
  }
}
