package app.oddiya.adapters.services.planning;

import java.net.URI;

/// Where the user service listens.
public record UserServiceConfig(URI url) {}
