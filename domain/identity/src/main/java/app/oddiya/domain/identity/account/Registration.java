package app.oddiya.domain.identity.account;

import app.oddiya.domain.shared.UserId;

/// The account of an identity.
///
/// @param isNew whether this very call created it
public record Registration(UserId user, boolean isNew) {}
