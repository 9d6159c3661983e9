package app.oddiya.adapters.services.identity;

import java.net.URI;

/// Where the user service listens.
public record UserServiceConfig(URI url) {}
