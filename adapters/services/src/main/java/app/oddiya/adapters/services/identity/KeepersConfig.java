package app.oddiya.adapters.services.identity;

import java.net.URI;

/// Where those listen who keep something of users.
public record KeepersConfig(URI auth, URI plan, URI video) {}
