package app.oddiya.adapters.services.video;

import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.domain.video.job.Phones;
import app.oddiya.domain.video.job.Trips;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;

/// The ports of the video side that sibling services serve. The app binds [ServiceClients] that
/// sign, and the address of each service whose port it uses.
@Module
public interface VideoServicesModule {

  @Provides
  @Singleton
  static Trips trips(ServiceClients clients, PlanServiceConfig config) {
    return new HttpTrips(clients.to("plan", config.url()));
  }

  @Provides
  @Singleton
  static Phones phones(ServiceClients clients, UserServiceConfig config) {
    return new HttpPhones(clients.to("user", config.url()));
  }
}
