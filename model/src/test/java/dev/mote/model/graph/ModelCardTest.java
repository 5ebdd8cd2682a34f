package dev.mote.model.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.frontend.Stage;
import dev.mote.model.frontend.Statistic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelCardTest {
    @Test
    void readsWhatItWrites() {
        InputPreparation preparation =
                new InputPreparation("g", List.of("x"), 50, List.of(), List.of(1f), List.of(0.5f));
        ModelCard card = new ModelCard(List.of("walk", "run"), preparation, new TreeMap<>(Map.of("dataset", "mine")));
        assertEquals(card, card.in(graph("{}")).card());
    }

    @Test
    void readsTheFrontEndThatItWrites() {
        SignalFrontEnd frontEnd = new SignalFrontEnd(
                50,
                128,
                64,
                List.of(4f, 4f, 4f),
                List.of(
                        new Stage.HighPass(0.3, List.of(), false),
                        new Stage.LowPass(20, List.of(0), false),
                        new Stage.Magnitude(List.of(0, 1, 2), true),
                        new Stage.Difference(List.of(1)),
                        new Stage.Select(List.of(3, 1)),
                        new Stage.Compress(List.of(0.1f, 0f)),
                        new Stage.Statistics(List.of(Statistic.RMS, Statistic.PEAKS), List.of(1)),
                        new Stage.Spectrum(128, List.of(new Stage.Band(0.5, 3)), 2, true, List.of())));
        ModelCard card = ModelCard.EMPTY.with(frontEnd);
        assertEquals(card, card.in(graph("{}")).card());
        ModelCard image = ModelCard.EMPTY.with(
                new ImageFrontEnd(96, 128, 3, new ImageFrontEnd.Crop(0, 16, 96, 96), 28, 28, true, true, true, 20));
        assertEquals(image, image.in(graph("{}")).card());
    }

    @Test
    void writesNothingAboutAFrontEndThatIsNotThere() {
        String text = new String(
                ModelCard.EMPTY.in(graph("{}")).metadata().get(ModelCard.KEY).bytes(), StandardCharsets.UTF_8);
        assertFalse(text.contains("frontEnd"), text);
    }

    @Test
    void isEmptyWhereTheFrontEndIsNone() {
        String good =
                "{'kind': 'signal', 'rateHertz': 50, 'windowLength': 8, 'stride': 4, 'fullScale': [4], 'stages': []}"
                        .replace('\'', '"');
        assertNotEquals(ModelCard.EMPTY, graph("{\"frontEnd\": " + good + "}").card());
        for (String bad : List.of(
                "1",
                "[]",
                "{}",
                "\"signal\"",
                good.replace("signal", "java.lang.Runtime"),
                good.replace("50", "0"),
                good.replace("50", "\"NaN\""),
                good.replace("8", "2000000000"),
                good.replace("8", "-1"),
                good.replace("[4]", "[]"),
                good.replace("[4]", "[null]"),
                good.replace("[4]", "[1e300]"),
                good.replace("[]", "null"),
                good.replace("[]", "[null]"),
                good.replace("[]", "[{}]"),
                good.replace("[]", "[{\"stage\": \"select\", \"channels\": [1]}]"),
                good.replace("[]", "[{\"stage\": \"select\", \"channels\": [-1]}]"),
                good.replace("[]", "[{\"stage\": \"high_pass\", \"cutoffHertz\": 25}]"),
                good.replace("[]", "[{\"stage\": \"compress\", \"knee\": [1e-40]}]"),
                good.replace("[]", "[{\"stage\": \"spectrum\", \"size\": 2048, \"peaks\": 1, \"bands\": []}]"),
                good.replace("[]", "[{\"stage\": \"spectrum\", \"size\": 16, \"peaks\": 1}]"))) {
            assertEquals(ModelCard.EMPTY, graph("{\"frontEnd\": " + bad + "}").card(), bad);
        }
    }

    /** Anybody may write anything into a file. */
    @Test
    void isEmptyWhereTheTextIsNoCard() {
        String longOffsets = "{\"preparation\": {\"offset\": [1], \"factor\": []}}";
        String notFinite = "{\"preparation\": {\"offset\": [\"NaN\"], \"factor\": [1]}}";
        String deep = "[".repeat(100_000);
        for (String text :
                List.of("", "null", "[]", "1", "{\"labels\": [null]}", longOffsets, notFinite, deep, "{\"a")) {
            assertEquals(ModelCard.EMPTY, graph(text).card(), text);
        }
    }

    private static Graph graph(String card) {
        TensorData data = TensorData.ofBytes(card.getBytes(StandardCharsets.UTF_8));
        return new Graph("x", List.of(), List.of(), List.of(), List.of(), Map.of(ModelCard.KEY, data));
    }
}
