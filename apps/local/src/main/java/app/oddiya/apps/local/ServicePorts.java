package app.oddiya.apps.local;

import app.oddiya.apps.stores.Ports;
import java.util.EnumMap;
import java.util.Map;

/// On which two ports each service listens: the one for its callers, and the private one for health
/// and metrics.
record ServicePorts(Map<ServiceName, Integer> open, Map<ServiceName, Integer> hidden) {

  /// 8080 to 8086, and 9080 to 9086.
  static ServicePorts usual() {
    Map<ServiceName, Integer> open = new EnumMap<>(ServiceName.class);
    Map<ServiceName, Integer> hidden = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      open.put(service, service.usualPort());
      hidden.put(service, service.usualPort() + 1000);
    }
    return new ServicePorts(open, hidden);
  }

  /// Whichever are free.
  static ServicePorts free() {
    Map<ServiceName, Integer> open = new EnumMap<>(ServiceName.class);
    Map<ServiceName, Integer> hidden = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      open.put(service, Ports.free());
      hidden.put(service, Ports.free());
    }
    return new ServicePorts(open, hidden);
  }
}
