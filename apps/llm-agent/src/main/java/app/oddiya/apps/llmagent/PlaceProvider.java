package app.oddiya.apps.llmagent;

import app.oddiya.adapters.traveldata.planning.KakaoConfig;
import app.oddiya.adapters.traveldata.planning.TourConfig;
import app.oddiya.adapters.web.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Where places come from beside the catalogue.
sealed interface PlaceProvider {

  record Tour(TourConfig provider) implements PlaceProvider {}

  record Kakao(KakaoConfig provider) implements PlaceProvider {}

  /// Those that there is a key for; the one whose records are preferred first.
  static List<PlaceProvider> from(Settings settings) {
    URI tour =
        settings.url(
            "ODDIYA_TOUR_API_URL", URI.create("https://apis.data.go.kr/B551011/KorService2"));
    URI kakao = settings.url("ODDIYA_KAKAO_URL", URI.create("https://dapi.kakao.com"));
    List<PlaceProvider> providers = new ArrayList<>();
    settings
        .optional("ODDIYA_TOUR_API_KEY")
        .ifPresent(key -> providers.add(new Tour(new TourConfig(tour, key))));
    settings
        .optional("ODDIYA_KAKAO_KEY")
        .ifPresent(key -> providers.add(new Kakao(new KakaoConfig(kakao, key))));
    return List.copyOf(providers);
  }
}
