package dev.mote.app.studio.runs;

import dev.mote.app.studio.runs.RunResults.NumberFigures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A run or an upload as the overview shows it; the components are JSON keys. What is not known is null.
 *
 * @param place its path below the workspace
 * @param model id of the model that the figures are of: the int8 one, where there is one
 * @param numbers of a regression
 * @param training how it goes, as long as it has not ended
 * @param learning how it went: values, one an epoch or each n-th
 * @param report whether the folder has a page
 * @param changed when, as {@code 2026-11-22T05:00:00Z}
 */
public record RunSummary(
        String id,
        String name,
        String place,
        boolean upload,
        Optional<String> model,
        Optional<String> dataset,
        Optional<Boolean> synthetic,
        OptionalLong samples,
        OptionalDouble floatAccuracy,
        OptionalDouble int8Accuracy,
        OptionalDouble floatMacroF1,
        OptionalDouble int8MacroF1,
        List<NumberFigures> numbers,
        OptionalLong weightsBytes,
        OptionalLong arenaBytes,
        OptionalLong macs,
        Optional<BoardFigures> board,
        Optional<TrainingStage> training,
        Optional<LearningCurve> learning,
        boolean report,
        Optional<String> changed,
        List<ModelFacts> models) {}
