package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.testkit.contract.UsersContract;
import app.oddiya.domain.testkit.time.SettableClock;

class MemoryUsersTest implements UsersContract {

  private final MemoryUsers users = new MemoryUsers(new SettableClock());

  @Override
  public Users users() {
    return users;
  }
}
