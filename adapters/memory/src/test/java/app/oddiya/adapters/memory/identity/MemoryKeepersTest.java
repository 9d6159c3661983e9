package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.account.Keeper;
import app.oddiya.domain.identity.account.Keepers;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.contract.KeepersContract;

class MemoryKeepersTest implements KeepersContract {

  private final MemoryKeepers keepers = new MemoryKeepers();

  @Override
  public Keepers keepers() {
    return keepers;
  }

  @Override
  public void keeps(Keeper keeper, UserId user, byte[] archive) {
    keepers.keep(keeper, user, archive);
  }

  @Override
  public boolean keeps(Keeper keeper, UserId user) {
    return keepers.keeps(keeper, user);
  }

  @Override
  public void fails(Keeper keeper) {
    keepers.fail(keeper);
  }
}
