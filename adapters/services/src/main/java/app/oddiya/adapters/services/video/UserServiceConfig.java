package app.oddiya.adapters.services.video;

import java.net.URI;

/// Where the user service listens.
public record UserServiceConfig(URI url) {}
