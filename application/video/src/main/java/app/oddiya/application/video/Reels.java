package app.oddiya.application.video;

import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.PhotoRefusal;
import app.oddiya.domain.video.film.PhotoUse;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.PhotoReport;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The photos of a job as they come in: those that can be shown, and what is to be said of each.
final class Reels {

  private final List<DecodedPhoto> readable = new ArrayList<>();
  private final List<Optional<PhotoRefusal>> refusals = new ArrayList<>();
  private final List<FileUrl> photos = new ArrayList<>();

  void add(FileUrl photo, DecodedPhoto decoded) {
    photos.add(photo);
    refusals.add(Optional.empty());
    readable.add(decoded);
  }

  void refuse(FileUrl photo, PhotoRefusal reason) {
    photos.add(photo);
    refusals.add(Optional.of(reason));
  }

  List<DecodedPhoto> readable() {
    return readable;
  }

  Optional<FileUrl> firstRefused() {
    return reports().stream().map(PhotoReport::photo).findFirst();
  }

  /// Of the refused ones alone, as there is no film that could use the others.
  List<PhotoReport> reports() {
    List<PhotoReport> reports = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      FileUrl photo = photos.get(i);
      refusals
          .get(i)
          .ifPresent(reason -> reports.add(new PhotoReport(photo, new PhotoUse.LeftOut(reason))));
    }
    return reports;
  }

  /// Of all.
  ///
  /// @param uses what the film does with the readable ones, in their order
  List<PhotoReport> reports(List<PhotoUse> uses) {
    List<PhotoReport> reports = new ArrayList<>();
    Iterator<PhotoUse> used = uses.iterator();
    for (int i = 0; i < photos.size(); i++) {
      PhotoUse use = refusals.get(i).<PhotoUse>map(PhotoUse.LeftOut::new).orElseGet(used::next);
      reports.add(new PhotoReport(photos.get(i), use));
    }
    return reports;
  }
}
