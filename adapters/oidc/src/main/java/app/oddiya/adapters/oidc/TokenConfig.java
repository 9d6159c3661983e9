package app.oddiya.adapters.oidc;

import java.util.function.Supplier;

/// What our access tokens say of themselves, and what they are signed with.
///
/// @param issuer `iss`
/// @param audience `aud`
/// @param clientId `client_id`: the one app that there is
/// @param keys another object once they have been replaced
public record TokenConfig(
    String issuer, String audience, String clientId, Supplier<SigningKeys> keys) {}
