package app.oddiya.apps.gateway;

import app.oddiya.adapters.web.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the app's web build lies, if there is one.
///
/// @param path of a folder
/// @param mediaOrigins which its pages may send photos to and show films from, as the sources of a
///     content security policy
record WebFolder(Optional<Path> path, List<String> mediaOrigins) {

  static WebFolder from(Settings settings) {
    Optional<Path> folder = settings.optional("ODDIYA_WEB_DIR").map(Path::of);
    if (folder.isPresent() && !Files.isDirectory(folder.get())) {
      settings.problem("ODDIYA_WEB_DIR", "must be a folder");
    }
    List<String> origins = settings.list("ODDIYA_WEB_MEDIA_ORIGINS", "https:");
    if (!origins.stream().allMatch(origin -> origin.matches("[A-Za-z0-9.:/*-]+"))) {
      settings.problem("ODDIYA_WEB_MEDIA_ORIGINS", "must be origins such as https://cdn.example");
    }
    return new WebFolder(folder, origins);
  }

  /// What serves it.
  Optional<WebBuild> build() {
    return path.map(folder -> new WebBuild(folder, mediaOrigins));
  }
}
