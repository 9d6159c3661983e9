package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.Accounts;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.account.Registration;
import app.oddiya.domain.shared.Deadline;

/// Finds the account of a person whom a provider vouches for, or makes one.
public final class FindOrCreateUser {

  private final Accounts accounts;

  public FindOrCreateUser(Accounts accounts) {
    this.accounts = accounts;
  }

  public Registration findOrCreate(ProviderProfile profile, Deadline deadline) {
    return accounts.findOrCreate(profile, deadline);
  }
}
