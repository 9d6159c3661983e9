package app.oddiya.domain.video.film;

/// What a day's weather was said to be when the film was asked for.
///
/// @param lowC degrees Celsius
/// @param highC degrees Celsius
/// @param wet whether rain was expected at any hour
public record TripWeather(double lowC, double highC, boolean wet) {}
