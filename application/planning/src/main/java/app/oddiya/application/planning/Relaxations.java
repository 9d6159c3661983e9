package app.oddiya.application.planning;

import app.oddiya.application.planning.Part.Frame;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.agent.Relaxation.Edit;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the nearest changes of a wish each of which alone makes it feasible: every one of them has
/// been tried.
final class Relaxations {

  /// How far a trip is moved: by days at first, then by weeks, through the seasons of a year.
  private static final int DAYS_TRIED = 14;

  private static final int WEEKS_TRIED = 52;

  private final Wish wish;
  private final PlanRequest request;
  private final Purse purse;
  private final Feasibility feasibility;
  private final Texts texts;

  Relaxations(Wish wish, Purse purse, Feasibility feasibility) {
    this.wish = wish;
    this.request = wish.request();
    this.purse = purse;
    this.feasibility = feasibility;
    this.texts = Texts.in(request.language());
  }

  /// A wish that asks for less, and what to change to get there.
  private record Proposal(Wish wish, Relaxation relaxation) {}

  /// The gentlest first.
  ///
  /// @param conflicts of the wish; a change can only help if it is about a part of each
  List<Relaxation> of(List<Set<Part>> conflicts) {
    List<Stream<Proposal>> kinds = new ArrayList<>();
    if (areAllAbout(Frame.PACE, conflicts)) {
      kinds.add(faster());
    }
    if (areAllAbout(Frame.END, conflicts)) {
      kinds.add(longer());
    }
    if (conflicts.stream().allMatch(set -> set.contains(Frame.START) || set.contains(Frame.END))) {
      kinds.add(moved());
    }
    if (areAllAbout(Frame.BUDGET, conflicts)) {
      kinds.add(dearer());
    }
    if (areAllAbout(Frame.LODGING, conflicts)) {
      kinds.add(Stream.of(homeless()));
    }
    for (Part part : conflicts.getFirst()) {
      if (areAllAbout(part, conflicts)) {
        switch (part) {
          case Part.Must(int i) -> kinds.add(Stream.of(without(Set.of(i))));
          case Part.Avoid(int i) -> kinds.add(Stream.of(allowing(i)));
          case Frame _ -> {}
        }
      }
    }
    List<Relaxation> found = kinds.stream().flatMap(kind -> first(kind).stream()).toList();
    return found.isEmpty()
        ? withoutOneOfEach(conflicts).map(this::carriedOn).orElseGet(List::of)
        : found;
  }

  /// What is proposed, and if that is not enough what it takes beyond it.
  private List<Relaxation> carriedOn(Proposal proposal) {
    if (feasibility.isLate()) {
      return List.of();
    }
    if (feasibility.holds(proposal.wish())) {
      return List.of(proposal.relaxation());
    }
    return new Relaxations(proposal.wish(), purse, feasibility)
        .of(new Conflicts(proposal.wish(), feasibility).find()).stream()
            .map(next -> after(proposal.relaxation(), next))
            .toList();
  }

  /// A relaxation of what a first one has made of the request.
  static Relaxation after(Relaxation first, Relaxation next) {
    return new Relaxation(
        first.detail() + "; " + next.detail(),
        Stream.concat(first.edits().stream(), next.edits().stream()).toList());
  }

  private static boolean areAllAbout(Part part, List<Set<Part>> conflicts) {
    return conflicts.stream().allMatch(set -> set.contains(part));
  }

  private Optional<Relaxation> first(Stream<Proposal> proposals) {
    return proposals
        .takeWhile(_ -> !feasibility.isLate())
        .filter(proposal -> feasibility.holds(proposal.wish()))
        .map(Proposal::relaxation)
        .findFirst();
  }

  private Stream<Proposal> faster() {
    return Arrays.stream(Pace.values())
        .filter(pace -> pace.compareTo(request.pace()) > 0)
        .map(
            pace ->
                proposal(
                    request.at(pace),
                    texts.say(
                        pace == Pace.PACKED
                            ? Phrase.RELAXATION_PACE_PACKED
                            : Phrase.RELAXATION_PACE_BALANCED),
                    new Edit.Replace(Frame.PACE.pointer(), pace.code())));
  }

  private Stream<Proposal> longer() {
    int days = request.dates().size();
    return IntStream.rangeClosed(1, PlanRequest.MAX_DAYS - days)
        .mapToObj(request.end()::plusDays)
        .map(
            last ->
                proposal(
                    request.on(request.start(), last),
                    texts.say(Phrase.RELAXATION_END, last.toString()),
                    new Edit.Replace(Frame.END.pointer(), last.toString())));
  }

  private Stream<Proposal> moved() {
    return IntStream.concat(
            IntStream.rangeClosed(1, DAYS_TRIED),
            IntStream.rangeClosed(DAYS_TRIED / 7 + 1, WEEKS_TRIED).map(weeks -> weeks * 7))
        .mapToObj(this::movedBy);
  }

  private Proposal movedBy(int days) {
    LocalDate first = request.start().plusDays(days);
    LocalDate last = request.end().plusDays(days);
    return proposal(
        request.on(first, last),
        texts.say(Phrase.RELAXATION_MOVE, first.toString(), last.toString()),
        new Edit.Replace(Frame.START.pointer(), first.toString()),
        new Edit.Replace(Frame.END.pointer(), last.toString()));
  }

  /// To what the must-visits cost together; to what the cheapest visit costs where there are none.
  private Stream<Proposal> dearer() {
    Money needed =
        wish.musts().isEmpty()
            ? feasibility.cheapest().orElse(Money.won(0))
            : wish.musts().stream().distinct().map(wish::priceOf).reduce(Money.won(0), Money::plus);
    return purse.enoughFor(needed).stream()
        .map(
            budget ->
                new Proposal(
                    wish.as(
                        request.within(budget),
                        wish.musts(),
                        OptionalLong.of(needed.amount().longValueExact())),
                    new Relaxation(
                        texts.say(Phrase.RELAXATION_BUDGET, texts.amount(budget)),
                        List.of(
                            new Edit.Replace("/budget/amount", budget.amount().toPlainString())))));
  }

  private Proposal homeless() {
    return proposal(
        request.withoutLodging(),
        texts.say(Phrase.RELAXATION_LODGING),
        new Edit.Remove(Frame.LODGING.pointer()));
  }

  private Proposal allowing(int index) {
    return proposal(
        request.avoiding(without(request.avoid(), Set.of(index))),
        texts.say(Phrase.RELAXATION_AVOID, request.avoid().get(index)),
        new Edit.Remove(new Part.Avoid(index).pointer()));
  }

  private Proposal without(Set<Integer> indices) {
    List<Place> left = without(wish.musts(), indices);
    List<MustVisit> wanted = without(request.mustVisit(), indices);
    String names =
        indices.stream()
            .sorted()
            .map(i -> wish.musts().get(i).names().in(texts.language()))
            .collect(Collectors.joining(", "));
    return new Proposal(
        wish.as(request.visiting(wanted), left, wish.budget()),
        new Relaxation(
            texts.say(Phrase.RELAXATION_MUST, names),
            removals(indices.stream().sorted().map(Part.Must::new))));
  }

  /// Taken out from the last on, so that no removal moves what is still to be removed.
  ///
  /// @param parts in their order
  static List<Edit> removals(Stream<? extends Part> parts) {
    return parts.<Edit>map(part -> new Edit.Remove(part.pointer())).toList().reversed();
  }

  /// Where no single change helps: leaving out one must-visit of each set.
  private Optional<Proposal> withoutOneOfEach(List<Set<Part>> conflicts) {
    Set<Integer> indices = new TreeSet<>();
    for (Set<Part> set : conflicts) {
      set.stream()
          .flatMap(part -> part instanceof Part.Must(int i) ? Stream.of(i) : Stream.empty())
          .max(Comparator.naturalOrder())
          .ifPresent(indices::add);
    }
    return indices.isEmpty() ? Optional.empty() : Optional.of(without(indices));
  }

  private Proposal proposal(PlanRequest relaxed, String detail, Edit... edits) {
    return new Proposal(
        wish.as(relaxed, wish.musts(), wish.budget()), new Relaxation(detail, List.of(edits)));
  }

  static <T> List<T> without(List<T> all, Set<Integer> indices) {
    return IntStream.range(0, all.size())
        .filter(i -> !indices.contains(i))
        .mapToObj(all::get)
        .toList();
  }
}
