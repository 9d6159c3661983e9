package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.identity.account.PushEndpoints;
import app.oddiya.domain.testkit.contract.PushEndpointsContract;

class MemoryPushEndpointsTest implements PushEndpointsContract {

  private final MemoryPushEndpoints endpoints = new MemoryPushEndpoints();

  @Override
  public PushEndpoints endpoints() {
    return endpoints;
  }

  @Override
  public void bounce(PushEndpoint endpoint) {
    endpoints.bounce(endpoint);
  }

  @Override
  public boolean isEnabled(PushEndpoint endpoint) {
    return endpoints.isEnabled(endpoint);
  }

  @Override
  public boolean exists(PushEndpoint endpoint) {
    return endpoints.exists(endpoint);
  }
}
