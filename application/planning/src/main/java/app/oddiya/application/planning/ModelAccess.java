package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.ChoiceCache;
import app.oddiya.domain.planning.agent.Model;
import app.oddiya.domain.planning.agent.Spending;

/// A model, what is known of it by heart, and what it may cost.
public record ModelAccess(
    Model model, ChoiceCache cache, Spending spending, ModelPrices prices, ModelLimits limits) {}
