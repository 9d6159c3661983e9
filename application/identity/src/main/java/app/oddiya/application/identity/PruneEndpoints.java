package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.PushEndpoints;
import app.oddiya.domain.identity.account.PushEndpoints.Known;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import java.util.List;
import java.util.Optional;

/// Removes the endpoints that the push service has switched off, with their devices: nobody is
/// there any more. An app that is, registers again when it is next opened.
///
/// They are looked for in the push service's own list, a hundred in a call. The less good
/// alternatives are to ask for each device, at a call for each, and to have the worker tell of
/// pushes that bounce, which would be a call between two services that have none.
///
/// An endpoint that no device has is left alone unless it is switched off: it may be the other half
/// of a registration that is under way, or the list may be shared with another installation.
public final class PruneEndpoints {

  private final Devices devices;
  private final PushEndpoints endpoints;

  public PruneEndpoints(Devices devices, PushEndpoints endpoints) {
    this.devices = devices;
    this.endpoints = endpoints;
  }

  /// @param pruned how many were removed
  /// @param next where the next page begins; empty after the last
  public record Pruned(int pruned, Optional<Page.Cursor> next) {}

  /// Looks through one page of a platform's endpoints.
  public Pruned prune(Platform platform, Optional<Page.Cursor> after, Deadline deadline) {
    Page<Known> page = endpoints.list(platform, after, deadline);
    List<Known> dead = page.items().stream().filter(known -> !known.enabled()).toList();
    for (Known known : dead) {
      // The device first: if removing the endpoint fails, it is still on the list next time.
      devices.removeAt(known.endpoint(), deadline);
      endpoints.remove(known.endpoint(), deadline);
    }
    return new Pruned(dead.size(), page.next());
  }
}
