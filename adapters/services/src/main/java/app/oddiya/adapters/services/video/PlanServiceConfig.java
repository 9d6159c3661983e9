package app.oddiya.adapters.services.video;

import java.net.URI;

/// Where the plan service listens.
public record PlanServiceConfig(URI url) {}
