package app.oddiya.apps.local.trip;

import java.util.List;

/// The film that the traveller wants of a trip.
///
/// @param photoUrls as the uploads were named
/// @param seconds 15, 30 or 60
public record FilmWish(List<String> photoUrls, String planId, String title, int seconds) {}
