package dev.mote.app.studio.model;

import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.frontend.Stage;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.stream.PostProcessing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a model's card says about the way from the sensor to the label, in words: a line for each step. */
final class CardWords {
    private final ModelCard card;

    private CardWords(ModelCard card) {
        this.card = card;
    }

    /** From the sensor to the input tensor; empty if the card says nothing. */
    static List<String> input(ModelCard card) {
        return new CardWords(card).input();
    }

    private List<String> input() {
        List<String> lines = new ArrayList<>();
        if (card.frontEnd().isPresent()) {
            switch (card.frontEnd().get()) {
                case SignalFrontEnd signal -> addSignal(signal, lines);
                case ImageFrontEnd image -> addImage(image, lines);
            }
        }
        addPreparation(card.preparation(), lines);
        return lines;
    }

    private void addSignal(SignalFrontEnd signal, List<String> lines) {
        lines.add("windows of " + count(signal.windowLength(), "sample") + " of "
                + count(signal.channels(), "channel") + " at " + number(signal.rateHertz()) + " Hz, one every "
                + count(signal.stride(), "sample") + " (" + number(signal.stride() / signal.rateHertz()) + " s)");
        lines.add("sensor counts of 16 bits, full scale "
                + signal.fullScale().stream().map(CardWords::number).distinct().collect(Collectors.joining(", ")));
        signal.stages().forEach(stage -> lines.add(words(stage)));
    }

    private static String words(Stage stage) {
        return switch (stage) {
            case Stage.Select select -> "select channels " + positions(select.channels());
            case Stage.HighPass pass ->
                "high pass at " + number(pass.cutoffHertz()) + " Hz of " + channels(pass.channels())
                        + (pass.keep() ? ", beside the channels themselves" : "");
            case Stage.LowPass pass ->
                "low pass at " + number(pass.cutoffHertz()) + " Hz of " + channels(pass.channels())
                        + (pass.keep() ? ", beside the channels themselves" : "");
            case Stage.Magnitude magnitude ->
                "magnitude of axes " + positions(magnitude.axes())
                        + (magnitude.keep() ? ", beside the axes themselves" : "");
            case Stage.Difference difference ->
                "differences from sample to sample of " + channels(difference.channels());
            case Stage.Compress compress ->
                "asinh, with knees at "
                        + compress.knee().stream().map(CardWords::number).collect(Collectors.joining(", "));
            case Stage.Statistics statistics ->
                statistics.statistics().stream()
                                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                                .collect(Collectors.joining(", "))
                        + " of " + channels(statistics.channels());
            case Stage.Spectrum spectrum ->
                "spectrum of " + channels(spectrum.channels()) + ", transform of " + count(spectrum.size(), "sample")
                        + ": " + count(spectrum.bands().size(), "band") + ", " + count(spectrum.peaks(), "peak")
                        + (spectrum.log() ? ", logarithmic" : "");
        };
    }

    private static void addImage(ImageFrontEnd image, List<String> lines) {
        lines.add("picture of " + image.height() + "x" + image.width() + " pixels, "
                + (image.channels() == 1 ? "grey" : "colour"));
        ImageFrontEnd.Crop crop = image.crop();
        if (crop.height() != image.height() || crop.width() != image.width()) {
            lines.add("crop to " + crop.height() + "x" + crop.width() + " pixels");
        }
        if (image.grey()) {
            lines.add("colour to grey");
        }
        if (image.invert()) {
            lines.add("inverted");
        }
        if (image.stretch()) {
            lines.add("contrast stretched");
        }
        lines.add(
                image.box() > 0
                        ? "what is bright brought to " + count(image.box(), "pixel")
                                + ", its centre of mass to the middle of " + image.outputHeight() + "x"
                                + image.outputWidth() + " pixels"
                        : "resized to " + image.outputHeight() + "x" + image.outputWidth() + " pixels");
    }

    private static void addPreparation(InputPreparation preparation, List<String> lines) {
        if (!preparation.channels().isEmpty()) {
            lines.add("channels " + String.join(", ", preparation.channels()));
        }
        if (!preparation.unit().isEmpty()) {
            lines.add("in " + preparation.unit());
        }
        if (preparation.knee().stream().anyMatch(knee -> knee > 0)) {
            lines.add("asinh(value / knee), knees " + numbers(preparation.knee()));
        }
        if (!preparation.factor().isEmpty()) {
            String offset = numbers(preparation.offset());
            lines.add((offset.equals("0") ? "value" : "(value - " + offset + ")") + " * "
                    + numbers(preparation.factor()));
        }
    }

    /** From the scores to the label; empty if every window's best class is the label. */
    static List<String> output(ModelCard card) {
        PostProcessing some = card.postProcessing();
        List<String> lines = new ArrayList<>();
        if (some.average() > 1) {
            lines.add("scores averaged over " + count(some.average(), "window"));
        }
        if (some.threshold() > 0) {
            lines.add("a label needs a score of " + number(some.threshold()) + " and stays down to "
                    + number(some.leave()));
        }
        if (some.majority() > 1) {
            lines.add("majority of " + count(some.majority(), "window"));
        }
        if (some.minimum() > 1) {
            lines.add("a new label counts after " + count(some.minimum(), "window"));
        }
        return lines;
    }

    private static String channels(List<Integer> positions) {
        return positions.isEmpty() ? "all channels" : "channels " + positions(positions);
    }

    private static String positions(List<Integer> positions) {
        return positions.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String numbers(List<Float> numbers) {
        List<Float> distinct = numbers.stream().distinct().toList();
        return distinct.size() == 1
                ? number(distinct.getFirst())
                : "[" + numbers.stream().map(CardWords::number).collect(Collectors.joining(", ")) + "]";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4g", value);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
