package app.oddiya.adapters.memory.video;

import app.oddiya.domain.testkit.contract.PushesContract;
import app.oddiya.domain.video.job.Phones.Phone;
import app.oddiya.domain.video.job.Phones.Platform;
import app.oddiya.domain.video.job.Pushes;
import java.util.List;

class MemoryPushesTest implements PushesContract {

  private final MemoryPushes pushes = new MemoryPushes();

  @Override
  public Pushes pushes() {
    return pushes;
  }

  @Override
  public Phone phone(Platform platform) {
    Phone phone = new Phone(platform, "endpoint of " + platform, "ko");
    pushes.enable(phone);
    return phone;
  }

  @Override
  public void disable(Phone phone) {
    pushes.disable(phone);
  }

  @Override
  public List<Shown> shown(Phone phone) {
    return pushes.shown(phone).stream()
        .map(
            notice -> {
              String job = notice.ended().job().toString();
              return new Shown(notice.title(), job, notice.ended().status(), job);
            })
        .toList();
  }
}
