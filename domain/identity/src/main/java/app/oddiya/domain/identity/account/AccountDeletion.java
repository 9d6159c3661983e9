package app.oddiya.domain.identity.account;

import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A deletion that was promised to somebody and is not done everywhere yet.
///
/// It begins in the transaction that removes the account, with everything still to be done, loses
/// one thing after the other, in any order and as often as it takes, and is gone with the last. It
/// holds what doing them needs and nothing else of the person.
///
/// @param keepers that have yet to forget the user
/// @param endpoints yet to be removed from the push service
/// @param attempts how often somebody has set about it
public record AccountDeletion(
    UserId user,
    Instant requestedAt,
    Set<Keeper> keepers,
    List<PushEndpoint> endpoints,
    int attempts) {

  private static final int LONGEST_REST_SECONDS = 300;

  public AccountDeletion {
    keepers = Set.copyOf(keepers);
    endpoints = List.copyOf(endpoints);
  }

  public AccountDeletion without(Keeper keeper) {
    EnumSet<Keeper> rest = EnumSet.noneOf(Keeper.class);
    keepers.stream().filter(each -> each != keeper).forEach(rest::add);
    return new AccountDeletion(user, requestedAt, rest, endpoints, attempts);
  }

  public AccountDeletion without(PushEndpoint endpoint) {
    List<PushEndpoint> rest = endpoints.stream().filter(each -> !each.equals(endpoint)).toList();
    return new AccountDeletion(user, requestedAt, keepers, rest, attempts);
  }

  public boolean isDone() {
    return keepers.isEmpty() && endpoints.isEmpty();
  }

  /// How long to wait after an attempt that left something: 2 s, 4 s, 8 s, at most 5 minutes.
  public Duration rest() {
    return Duration.ofSeconds(Math.min(LONGEST_REST_SECONDS, 1L << Math.min(attempts, 30)));
  }
}
