package app.oddiya.apps.bench.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What clients were told, and what has to be true therefore.
final class Ledger {

  private final Map<UUID, Set<String>> jobs = new HashMap<>();
  private final Set<String> deleted = new HashSet<>();
  private final List<String> remarks = new ArrayList<>();

  /// An answer of 202.
  synchronized void accepted(UUID key, String job) {
    jobs.computeIfAbsent(key, _ -> new HashSet<>()).add(job);
  }

  /// An answer of 204, or of 404 to a deletion that was tried before.
  synchronized void deleted(String job) {
    deleted.add(job);
  }

  /// An answer that should never be given.
  synchronized void remark(String what) {
    remarks.add(what);
  }

  synchronized int size() {
    return jobs.size();
  }

  synchronized int deletions() {
    return deleted.size();
  }

  /// What is found in the end.
  ///
  /// @param rows by id
  /// @param objects keys of all films and posters
  /// @param told by job, what the topic and the phone were told of it, as `topic COMPLETED`
  record Found(Map<String, Row> rows, List<String> objects, Map<String, List<String>> told) {}

  /// A job as it lies in the database.
  ///
  /// @param film key of the film that counts; empty for none
  record Row(UUID key, String status, String film, String code) {}

  /// @param lost accepted and without an end, a film or a word to its owner
  /// @param doubled more than one job of an order, film of a job or end told of it
  /// @param stuck without an end
  /// @param remarks each of them in words
  record Verdict(int lost, int doubled, int stuck, List<String> remarks) {}

  synchronized Verdict compare(Found found) {
    Set<String> lost = new HashSet<>();
    Set<String> doubled = new HashSet<>();
    Set<String> stuck = new HashSet<>();
    List<String> all = new ArrayList<>(remarks);
    jobs.forEach(
        (key, ids) -> {
          if (ids.size() > 1) {
            doubled.addAll(ids);
          }
        });
    Set<UUID> keysSeen = new HashSet<>();
    found.rows.forEach(
        (id, row) -> {
          if (!jobs.containsKey(row.key) || !keysSeen.add(row.key) || deleted.contains(id)) {
            doubled.add(id);
          }
        });
    Map<String, Set<String>> films = films(found.objects);
    for (Set<String> ids : jobs.values()) {
      for (String id : ids) {
        Set<String> stored = films.getOrDefault(id, Set.of());
        List<String> told = found.told.getOrDefault(id, List.of());
        Row row = found.rows.get(id);
        if (deleted.contains(id)) {
          doubled.addAll(stored.isEmpty() ? Set.of() : Set.of(id));
        } else if (row == null) {
          lost.add(id);
        } else if (!row.status.equals("COMPLETED") && !row.status.equals("FAILED")) {
          stuck.add(id);
        } else {
          boolean made = row.status.equals("COMPLETED");
          // Nothing here fails but by the death of workers, of which five are an end.
          boolean honest = made ? stored.contains(row.film) : row.code.equals("worker_lost");
          boolean heard =
              told.contains("topic " + row.status) && told.contains("phone " + row.status);
          if (!honest || !heard) {
            lost.add(id);
          }
          String winner = row.film.replaceFirst("[^/]*$", "");
          boolean onlyItsOwn = stored.stream().allMatch(key -> made && key.startsWith(winner));
          if (!onlyItsOwn || new HashSet<>(told).size() > 2) {
            doubled.add(id);
          }
        }
      }
    }
    lost.forEach(id -> all.add("lost: " + id + " " + found.rows.get(id)));
    doubled.forEach(id -> all.add("doubled: " + id + " " + films.get(id) + found.told.get(id)));
    stuck.forEach(id -> all.add("stuck: " + id + " " + found.rows.get(id)));
    return new Verdict(lost.size(), doubled.size(), stuck.size(), all);
  }

  /// The keys `films/{user}/{job}/{fence}/{name}` by job.
  private static Map<String, Set<String>> films(List<String> keys) {
    Map<String, Set<String>> films = new HashMap<>();
    for (String key : keys) {
      films.computeIfAbsent(key.split("/", -1)[2], _ -> new HashSet<>()).add(key);
    }
    return films;
  }
}
