package app.oddiya.adapters.redis.planning;

import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.place.Places;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// Each puts the cache in front of a provider, for an app that has chosen one. While the cache is
/// away the provider is asked every time.
///
/// @param places given the name of the provider, by which its answers are told from those of others
public record ProviderCaches(
    BiFunction<String, Places, Places> places,
    UnaryOperator<Weather> weather,
    UnaryOperator<ExchangeRates> rates) {}
