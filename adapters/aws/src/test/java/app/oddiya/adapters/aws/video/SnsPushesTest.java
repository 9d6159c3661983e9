package app.oddiya.adapters.aws.video;

import app.oddiya.adapters.aws.Sns;
import app.oddiya.apps.stores.junit.SnsExtension;
import app.oddiya.domain.testkit.contract.PushesContract;
import app.oddiya.domain.video.job.Phones.Phone;
import app.oddiya.domain.video.job.Phones.Platform;
import app.oddiya.domain.video.job.Pushes;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class SnsPushesTest implements PushesContract {

  @RegisterExtension static final SnsExtension sns = new SnsExtension();

  @Override
  public Pushes pushes() {
    return VideoAwsModule.pushes(Sns.client(sns), InstantSource.system());
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
                    push.data().path("jobId").asString(),
                    push.data().path("status").asString(),
                    push.collapseId()))
        .toList();
  }
}
