package app.oddiya.adapters.aws.planning;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Which model is asked, and where. Who we are there is said by the
/// [app.oddiya.adapters.aws.AwsConfig].
///
/// @param region where Bedrock is asked; not every model is everywhere
/// @param model an id, or that of an inference profile: `apac.anthropic.claude-sonnet-4-...`
/// @param endpoint somewhere else than at Amazon
/// @param streamed whether answers are taken as they are made, which shows that one has begun and
///     where one breaks off; else only when they are whole
/// @param firstWord how long a streaming model may take to begin, before it is asked again. After
///     that it may be silent until the deadline: what a tool is called with is held back until it
///     is complete, and of a draft that takes many seconds
public record BedrockConfig(
    String region, String model, Optional<URI> endpoint, boolean streamed, Duration firstWord) {

  public static final Duration USUAL_FIRST_WORD = Duration.ofSeconds(8);
}
