package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Choices;
import app.oddiya.domain.planning.agent.Choices.Choice;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.ToolCall.Pick;
import app.oddiya.domain.planning.place.DayHours;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Window;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Holds the picks of a model against the world that it was shown, then has them timed and checked.
///
/// A model's word counts for taste only. What it says about places that it was not shown, or that
/// cannot be, is left out and told back to it.
final class Judge {

  /// A longer list would not be read.
  private static final int MOST_PROBLEMS = 20;

  /// A model may stay from a third of the usual time to three times that.
  private static final int STRETCH = 3;

  private static final int LONGEST_STAY = 720;
  private static final int SHORTEST_STAY = 5;

  private final Wish wish;
  private final ShownPlaces shown;
  private final Drafter drafter;
  private final Holidays holidays;
  private final Consumer<DraftEvent.StageReached> listener;
  private final Deadline deadline;

  /// @param deadline of the plan, not of the model: a draft is made well or not at all
  Judge(
      Wish wish,
      ShownPlaces shown,
      Drafter drafter,
      Holidays holidays,
      Consumer<DraftEvent.StageReached> listener,
      Deadline deadline) {
    this.wish = wish;
    this.shown = shown;
    this.drafter = drafter;
    this.holidays = holidays;
    this.listener = listener;
    this.deadline = deadline;
  }

  /// @param advice what of it can be used, if anything can
  /// @param problems to be told to the model, in English; none if it is good as it is
  record Judgement(Optional<Advice.Taken> advice, List<String> problems) {
    Judgement {
      problems = List.copyOf(problems);
    }
  }

  Judgement judge(List<Pick> picks) {
    List<String> problems = new ArrayList<>();
    Map<PlaceId, Choice> grounded = grounded(picks, problems);
    for (Place must : wish.musts()) {
      if (!grounded.containsKey(must.id())) {
        problems.add(must.id() + ": is a must, and missing");
      }
    }
    Optional<Advice.Taken> advice = Optional.empty();
    if (grounded.isEmpty()) {
      problems.add("picks: none of them can be used");
    } else {
      advice = draft(new Choices(grounded), problems);
    }
    return new Judgement(advice, problems.stream().limit(MOST_PROBLEMS).toList());
  }

  /// What comes of choices once they are known to be grounded; empty if nothing does.
  Optional<Advice.Taken> draft(Choices choices) {
    return draft(choices, new ArrayList<>());
  }

  private Optional<Advice.Taken> draft(Choices choices, List<String> problems) {
    return switch (drafter.draft(shown.survey(), choices, PlanSource.MODEL, listener, deadline)) {
      case Drafter.Outcome.Impossible(var conflicts, _) -> {
        conflicts.stream().map(Conflict::detail).map(DataText::quoted).forEach(problems::add);
        yield Optional.empty();
      }
      case Drafter.Outcome.Drafted(var draft) -> {
        List<Finding> failures =
            draft.certificate().findings().stream()
                .filter(finding -> finding.check().isHard())
                .filter(finding -> finding.verdict() == Verdict.FAIL)
                .toList();
        failures.stream().map(Finding::detail).map(DataText::quoted).forEach(problems::add);
        var advice = new Advice.Taken(choices, draft);
        if (failures.isEmpty() && advice.picked() == 0) {
          problems.add("picks: no day has room for any of them");
        }
        yield failures.isEmpty() && advice.picked() > 0 ? Optional.of(advice) : Optional.empty();
      }
    };
  }

  private Map<PlaceId, Choice> grounded(List<Pick> picks, List<String> problems) {
    Map<PlaceId, Choice> grounded = new LinkedHashMap<>();
    int wordless = 0;
    for (Pick pick : picks) {
      Optional<Place> place = PlaceId.parse(pick.placeId()).flatMap(shown::find);
      if (place.isEmpty()) {
        problems.add(DataText.quoted(pick.placeId()) + ": no such id was given to you");
        continue;
      }
      Optional<String> objection = objection(place.get(), pick);
      if (objection.isPresent()) {
        problems.add(place.get().id() + ": " + objection.get());
        continue;
      }
      Optional<String> sentence = sentence(place.get(), pick);
      wordless += pick.sentence().isPresent() && sentence.isEmpty() ? 1 : 0;
      grounded.putIfAbsent(
          place.get().id(),
          new Choice(pick.score(), minutes(place.get(), pick, problems), sentence));
    }
    if (wordless * 2 > picks.size()) {
      problems.add(
          "sentence: most are not one plain sentence in the language of the plan, without digits");
    }
    return grounded;
  }

  private Optional<String> objection(Place place, Pick pick) {
    if (pick.score() < 0 || pick.score() > 100) {
      return Optional.of("score: expected 0 to 100");
    }
    boolean must = wish.musts().contains(place);
    if (!must && wish.avoided(place).isPresent()) {
      return Optional.of("is what the traveller wants to avoid");
    }
    boolean neverOpen =
        wish.request().dates().stream()
            .allMatch(date -> place.hours().on(date, holidays) instanceof DayHours.Closed);
    return neverOpen ? Optional.of("is closed on every day of the trip") : Optional.empty();
  }

  /// Left to the optimizer where nobody stays for so long, or the place is never open so long.
  private OptionalInt minutes(Place place, Pick pick, List<String> problems) {
    if (pick.minutes().isEmpty()) {
      return OptionalInt.empty();
    }
    int minutes = pick.minutes().getAsInt();
    int shortest = Math.max(SHORTEST_STAY, place.typicalMinutes() / STRETCH);
    int longest = Math.min(longestOpen(place), place.typicalMinutes() * STRETCH);
    if (minutes < shortest || minutes > longest) {
      problems.add(
          "%s: minutes: %d (expected: %d to %d)".formatted(place.id(), minutes, shortest, longest));
      return OptionalInt.empty();
    }
    return OptionalInt.of(minutes);
  }

  private int longestOpen(Place place) {
    int longest = 0;
    for (LocalDate date : wish.request().dates()) {
      switch (place.hours().on(date, holidays)) {
        case DayHours.Open(var windows) -> {
          for (Window window : windows) {
            longest = Math.max(longest, Math.min(LONGEST_STAY, window.close() - window.open()));
          }
        }
        case DayHours.Closed() -> {}
        case DayHours.Unknown _ -> longest = LONGEST_STAY;
      }
    }
    return longest;
  }

  private Optional<String> sentence(Place place, Pick pick) {
    var language = wish.request().language();
    return pick.sentence()
        .flatMap(text -> Sentence.read(text, language, place.names().in(language)));
  }
}
