package app.oddiya.apps.plan;

import app.oddiya.adapters.aws.AwsLife;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanPhones.Phone;
import app.oddiya.domain.planning.plan.PlanPushes;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.shared.Deadline;
import dagger.Lazy;

/// Pushes by clients that are made for the first one: most days there is none, and starting them
/// takes longer than all else that the service starts with.
final class RarePushes implements PlanPushes, AutoCloseable {

  private final Lazy<PlanPushes> pushes;
  private final Lazy<AwsLife> clients;
  private volatile boolean isUsed;

  RarePushes(Lazy<PlanPushes> pushes, Lazy<AwsLife> clients) {
    this.pushes = pushes;
    this.clients = clients;
  }

  @Override
  public Outcome push(
      Phone phone, PlanId plan, RevisionId proposal, String title, Deadline deadline) {
    isUsed = true;
    return pushes.get().push(phone, plan, proposal, title, deadline);
  }

  /// After the last push.
  @Override
  public void close() {
    if (isUsed) {
      clients.get().close().run();
    }
  }
}
