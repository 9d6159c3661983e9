package app.oddiya.domain.identity.account;

import app.oddiya.domain.shared.UserId;

/// An installation of the app that its user wants pushes on.
public record Device(UserId owner, DeviceId id, Platform platform, PushEndpoint endpoint) {}
