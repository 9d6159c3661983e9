package app.oddiya.adapters.memory.video;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Uploads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Permitted uploads in memory. Deadlines are not looked at. Safe for concurrent use.
public final class MemoryUploads implements Uploads {

  private final MemoryVideoJobs jobs;
  private final MemoryLeftovers leftovers;
  private final MemoryTombstones tombstones;
  private final List<Permitted> uploads = new ArrayList<>();

  /// @param jobs which may use uploads
  /// @param leftovers that unused ones become
  public MemoryUploads(
      MemoryVideoJobs jobs, MemoryLeftovers leftovers, MemoryTombstones tombstones) {
    this.jobs = jobs;
    this.leftovers = leftovers;
    this.tombstones = tombstones;
    tombstones.alsoRemove(this::removeAllOf);
  }

  private synchronized void removeAllOf(UserId owner) {
    uploads.removeIf(upload -> upload.owner().equals(owner));
  }

  @Override
  public Permission permit(
      UserId owner, List<Sized> files, long bytesADay, Instant now, Deadline deadline) {
    return tombstones.writingFor(owner, () -> permit(owner, files, bytesADay, now));
  }

  private synchronized Permission permit(
      UserId owner, List<Sized> files, long bytesADay, Instant now) {
    List<Permitted> ofToday =
        uploads.stream()
            .filter(upload -> upload.owner().equals(owner))
            .filter(upload -> upload.at().isAfter(now.minus(KEPT)))
            .toList();
    long wanted = files.stream().mapToLong(Sized::bytes).sum();
    long left = bytesADay - wanted - ofToday.stream().mapToLong(it -> it.upload().bytes()).sum();
    if (left < 0) {
      return new Permission.TooMuch(roomAt(ofToday, left).orElse(now).plus(KEPT));
    }
    files.forEach(file -> uploads.add(new Permitted(owner, file, now)));
    return new Permission.Given();
  }

  /// The time of the last one that has to be a day old before there is room.
  private static Optional<Instant> roomAt(List<Permitted> oldestFirst, long left) {
    long room = left;
    for (Permitted upload : oldestFirst) {
      room += upload.upload().bytes();
      if (room >= 0) {
        return Optional.of(upload.at());
      }
    }
    return Optional.empty();
  }

  @Override
  public int letGo(Instant moment, Instant now, int limit, Deadline deadline) {
    List<UserId> owners = owners(moment, limit);
    owners.forEach(owner -> letGo(owner, moment, now));
    return owners.size();
  }

  private synchronized List<UserId> owners(Instant moment, int limit) {
    return uploads.stream()
        .filter(upload -> upload.at().isBefore(moment))
        .map(Permitted::owner)
        .distinct()
        .limit(limit)
        .toList();
  }

  private void letGo(UserId owner, Instant moment, Instant now) {
    // In the order in which a job is stored: the jobs' lock, then ours.
    jobs.inTurn(
        () -> {
          List<FileUrl> unused =
              take(owner, moment).stream().filter(file -> !jobs.uses(file)).toList();
          if (!unused.isEmpty()) {
            leftovers.write(owner, now, Optional.empty(), unused);
          }
        });
  }

  private synchronized List<FileUrl> take(UserId owner, Instant moment) {
    List<Permitted> old =
        uploads.stream()
            .filter(upload -> upload.owner().equals(owner) && upload.at().isBefore(moment))
            .toList();
    uploads.removeAll(old);
    return old.stream().map(upload -> upload.upload().file()).toList();
  }

  private record Permitted(UserId owner, Sized upload, Instant at) {}
}
