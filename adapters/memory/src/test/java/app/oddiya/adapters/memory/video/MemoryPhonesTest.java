package app.oddiya.adapters.memory.video;

import app.oddiya.domain.testkit.contract.PhonesContract;
import app.oddiya.domain.video.job.Phones;
import app.oddiya.domain.video.job.Phones.Phone;
import java.util.List;

class MemoryPhonesTest implements PhonesContract {

  private final MemoryPhones phones = new MemoryPhones();

  @Override
  public Phones phones() {
    return phones;
  }

  @Override
  public void registered(List<Phone> all) {
    phones.put(OWNER, all);
  }
}
