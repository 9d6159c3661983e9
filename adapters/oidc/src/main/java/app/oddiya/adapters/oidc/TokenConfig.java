package app.oddiya.adapters.oidc;

/// What our access tokens say of themselves.
///
/// @param issuer `iss`
/// @param audience `aud`
/// @param clientId `client_id`: the one app that there is
public record TokenConfig(String issuer, String audience, String clientId, SigningKeys keys) {}
