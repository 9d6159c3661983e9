package app.oddiya.apps.llmagent;

import app.oddiya.adapters.traveldata.planning.KakaoMobilityConfig;
import app.oddiya.adapters.web.Settings;
import java.net.URI;

/// Where it is known from how long ways take.
sealed interface Ways {

  /// From nowhere: all of them are estimated.
  record Estimated() implements Ways {}

  record KakaoMobility(KakaoMobilityConfig provider) implements Ways {}

  static Ways from(Settings settings) {
    URI url =
        settings.url(
            "ODDIYA_KAKAO_MOBILITY_URL", URI.create("https://apis-navi.kakaomobility.com"));
    return settings
        .optional("ODDIYA_KAKAO_MOBILITY_KEY")
        .<Ways>map(key -> new KakaoMobility(new KakaoMobilityConfig(url, key)))
        .orElseGet(Estimated::new);
  }
}
