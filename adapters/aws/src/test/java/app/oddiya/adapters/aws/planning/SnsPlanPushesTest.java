package app.oddiya.adapters.aws.planning;

import app.oddiya.adapters.aws.Sns;
import app.oddiya.apps.stores.junit.SnsExtension;
import app.oddiya.domain.planning.plan.PlanPhones.Phone;
import app.oddiya.domain.planning.plan.PlanPhones.Platform;
import app.oddiya.domain.planning.plan.PlanPushes;
import app.oddiya.domain.testkit.contract.PlanPushesContract;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class SnsPlanPushesTest implements PlanPushesContract {

  @RegisterExtension static final SnsExtension sns = new SnsExtension();

  @Override
  public PlanPushes pushes() {
    return PlanningPushModule.pushes(Sns.client(sns), InstantSource.system());
  }

  @Override
  public Phone phone(Platform platform) {
    String endpoint =
        switch (platform) {
          case IOS -> Sns.iosEndpoint(sns);
          case ANDROID -> Sns.androidEndpoint(sns);
        };
    return new Phone(platform, endpoint, "ko");
  }

  @Override
  public void disable(Phone phone) {
    Sns.disable(sns, phone.endpoint());
  }

  @Override
  public List<Shown> shown(Phone phone) throws Exception {
    List<Sns.Push> pushes =
        switch (phone.platform()) {
          case IOS -> Sns.onIos(sns, phone.endpoint());
          case ANDROID -> Sns.onAndroid(sns, phone.endpoint());
        };
    return pushes.stream()
        .map(
            push ->
                new Shown(
                    push.title(),
                    push.data().path("planId").asString(),
                    push.data().path("revisionId").asString()))
        .toList();
  }
}
