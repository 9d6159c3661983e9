package app.oddiya.application.planning;

import app.oddiya.domain.planning.plan.Verdict;

/// Whether a must-visit is in a plan.
///
/// @param name as the plan calls it
record Must(String name, Verdict there) {}
