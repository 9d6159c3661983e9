package app.oddiya.adapters.services.identity;

import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.domain.identity.account.Keeper;
import app.oddiya.domain.identity.account.Keepers;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.Map;

/// The services that forget users and show what they keep of them. The app binds [ServiceClients]
/// that sign, and a [KeepersConfig].
@Module
public interface KeepersServicesModule {

  @Provides
  @Singleton
  static Keepers keepers(ServiceClients clients, KeepersConfig config) {
    return new HttpKeepers(
        Map.of(
            Keeper.AUTH, clients.to(Keeper.AUTH.code(), config.auth()),
            Keeper.PLAN, clients.to(Keeper.PLAN.code(), config.plan()),
            Keeper.VIDEO, clients.to(Keeper.VIDEO.code(), config.video())));
  }
}
