package app.oddiya.adapters.services.planning;

import java.net.URI;

/// Where llm-agent listens.
public record LlmAgentConfig(URI url) {}
