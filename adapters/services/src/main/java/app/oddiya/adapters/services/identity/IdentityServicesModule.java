package app.oddiya.adapters.services.identity;

import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.domain.identity.account.Accounts;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;

/// The ports of the identity side that a sibling service serves. The app binds [ServiceClients]
/// that sign, and a [UserServiceConfig].
@Module
public interface IdentityServicesModule {

  @Provides
  @Singleton
  static Accounts accounts(ServiceClients clients, UserServiceConfig config) {
    return new HttpAccounts(clients.to("user", config.url()));
  }
}
