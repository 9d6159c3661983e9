package app.oddiya.apps.local.trip;

/// Who signs in.
///
/// @param provider `google` or `apple`
/// @param subject the provider's name for the account
public record Traveller(String provider, String subject, String email, String name) {}
