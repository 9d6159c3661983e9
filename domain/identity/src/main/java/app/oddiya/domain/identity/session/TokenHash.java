package app.oddiya.domain.identity.session;

/// The SHA-256 of a refresh token's secret: what a store may keep of it.
///
/// @param value base64url without padding
public record TokenHash(String value) {}
