package dev.mote.trainer;

import dev.mote.dataset.Dataset;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.FrontEnd;
import dev.mote.model.frontend.FrontEndOutput;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.frontend.Stage;
import dev.mote.model.frontend.arithmetic.FrontEndFormats;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.FrameOptions;
import dev.mote.trainer.recipe.FrontEndOptions;
import dev.mote.trainer.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the front end of a recipe for the data: full scale from the training split, names of channels to positions. */
final class FitFrontEnd {
    private FitFrontEnd() {}

    /**
     * Every signal has a front end, if only one that takes counts as they are, so that its model can run on a stream.
     *
     * @param dataset with the channels that the network reads
     * @param notes is told what saturates
     * @return empty for data that is no signal, or has windows too long for a front end
     * @throws BadInputException if the recipe's front end does not fit the data: file, line, stage, what was found and expected
     */
    static Optional<FrontEnd> on(Dataset dataset, Recipe recipe, Consumer<String> notes) {
        Optional<FrameOptions> frame = recipe.frontEnd().flatMap(FrontEndOptions::frame);
        if (frame.isPresent()) {
            return Optional.of(ofPictures(dataset, frame.get()));
        }
        Optional<String> obstacle = obstacle(dataset);
        if (obstacle.isPresent() && recipe.frontEnd().isPresent()) {
            throw new BadInputException("front_end: " + dataset.name() + " " + obstacle.get() + "; remove it");
        }
        if (obstacle.isPresent()) {
            return Optional.empty();
        }
        FrontEndOptions options = recipe.frontEnd().orElse(FrontEndOptions.PLAIN);
        int length = dataset.sampleShape().dimension(0);
        int stride = options.stride().orElse(Math.max(1, length / 2));
        if (stride > length) {
            throw new BadInputException("front_end.stride is " + stride + ", but a window of " + dataset.name()
                    + " has " + length + " samples; expected at most as many");
        }
        List<Float> fullScale = FullScale.on(dataset, options.fullScale(), notes);
        SignalFrontEnd frontEnd = new SignalFrontEnd(dataset.rateHertz(), length, stride, fullScale, List.of());
        for (int i = 0; i < options.stages().size(); i++) {
            frontEnd = with(
                    frontEnd, dataset, recipe.frontEndPlace(i), options.stages().get(i));
        }
        return Optional.of(frontEnd);
    }

    private static FrontEnd ofPictures(Dataset dataset, FrameOptions frame) {
        Shape picture = dataset.sampleShape();
        if (picture.rank() != 3) {
            throw new BadInputException(
                    "front_end.frame: " + dataset.name() + " holds no pictures, which a frame is for; remove it");
        }
        try {
            return frame.frontEnd(picture.dimension(0), picture.dimension(1), picture.dimension(2));
        } catch (IllegalArgumentException e) {
            throw new BadInputException("front_end: " + e.getMessage() + "; change it in the recipe", e);
        }
    }

    private static Optional<String> obstacle(Dataset dataset) {
        if (dataset.sampleShape().rank() != 2 || dataset.rateHertz() <= 0) {
            return Optional.of("holds no signals [time, channels] of a known rate, which a front end is for");
        }
        int rows = dataset.sampleShape().dimension(0);
        int channels = dataset.channels().size();
        return rows > FrontEndFormats.MOST_ROWS || channels > SignalFrontEnd.MOST_CHANNELS
                ? Optional.of(
                        "has windows of " + rows + " samples and " + channels + " channels, a front end takes at most "
                                + FrontEndFormats.MOST_ROWS + " and " + SignalFrontEnd.MOST_CHANNELS)
                : Optional.empty();
    }

    private static SignalFrontEnd with(
            SignalFrontEnd frontEnd, Dataset dataset, String place, FrontEndOptions.Entry entry) {
        try {
            List<String> channels = seriesChannels(frontEnd, dataset);
            List<Stage> stages = new ArrayList<>(frontEnd.stages());
            for (Stage stage : PlaceStage.of(entry.stage(), channels)) {
                stages.add(stage);
            }
            return new SignalFrontEnd(
                    frontEnd.rateHertz(), frontEnd.windowLength(), frontEnd.stride(), frontEnd.fullScale(), stages);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(place + ": " + e.getMessage(), e);
        }
    }

    /** Names of the series' channels before any features. */
    private static List<String> seriesChannels(SignalFrontEnd frontEnd, Dataset dataset) {
        List<Stage> series = frontEnd.stages().stream()
                .filter(Stage.Series.class::isInstance)
                .toList();
        SignalFrontEnd before = new SignalFrontEnd(
                frontEnd.rateHertz(), frontEnd.windowLength(), frontEnd.stride(), frontEnd.fullScale(), series);
        return before.program(dataset.channels()).outputs().stream()
                .map(FrontEndOutput::name)
                .toList();
    }
}
