package dev.mote.app.studio.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.frontend.Stage;
import dev.mote.model.frontend.Statistic;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.stream.PostProcessing;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CardWordsTest {
    private static final InputPreparation PREPARATION = new InputPreparation(
            "g", List.of("x", "y", "z"), 50, List.of(), List.of(0.5f, 0f, 0f), List.of(2f, 2f, 2f));

    @Test
    void tellsAFrontEndOfSignals() {
        SignalFrontEnd frontEnd = new SignalFrontEnd(
                50,
                128,
                64,
                List.of(16f, 16f, 16f),
                List.of(
                        new Stage.HighPass(0.5, List.of(), false),
                        new Stage.Statistics(List.of(Statistic.MEAN, Statistic.ZERO_CROSSINGS), List.of(0))));
        ModelCard card = ModelCard.EMPTY.with(frontEnd).with(new PostProcessing(3, 1, 0.6, 0.5, 2));
        assertEquals(
                List.of(
                        "windows of 128 samples of 3 channels at 50 Hz, one every 64 samples (1.28 s)",
                        "sensor counts of 16 bits, full scale 16",
                        "high pass at 0.5 Hz of all channels",
                        "mean, zero crossings of channels 0"),
                CardWords.input(card));
        assertEquals(
                List.of(
                        "scores averaged over 3 windows",
                        "a label needs a score of 0.6 and stays down to 0.5",
                        "a new label counts after 2 windows"),
                CardWords.output(card));
    }

    @Test
    void tellsAFrontEndOfPictures() {
        ImageFrontEnd frontEnd =
                new ImageFrontEnd(96, 128, 3, new ImageFrontEnd.Crop(0, 16, 96, 96), 28, 28, true, true, false, 20);
        assertEquals(
                List.of(
                        "picture of 96x128 pixels, colour",
                        "crop to 96x96 pixels",
                        "colour to grey",
                        "inverted",
                        "what is bright brought to 20 pixels, its centre of mass to the middle of 28x28 pixels"),
                CardWords.input(ModelCard.EMPTY.with(frontEnd)));
    }

    @Test
    void tellsAPreparation() {
        ModelCard card = new ModelCard(List.of(), PREPARATION, new TreeMap<>());
        assertEquals(List.of("channels x, y, z", "in g", "(value - [0.5, 0, 0]) * 2"), CardWords.input(card));
        assertEquals(List.of(), CardWords.output(card));
    }

    @Test
    void saysNothingOfAnEmptyCard() {
        assertEquals(List.of(), CardWords.input(ModelCard.EMPTY));
        assertEquals(List.of(), CardWords.output(ModelCard.EMPTY));
    }
}
