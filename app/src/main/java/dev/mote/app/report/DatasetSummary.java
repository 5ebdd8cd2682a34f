package dev.mote.app.report;

import dev.mote.dataset.Dataset;
import dev.mote.model.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the samples came from.
 *
 * @param synthetic true if they were generated; the page then says so at the top
 */
public record DatasetSummary(String name, boolean synthetic, int trainSamples, SampleKind kind) {
    private static final int WHITE = 255;

    /** Samples of three dimensions are images, of two signals, of one plain features. */
    public static DatasetSummary of(Dataset dataset) {
        return new DatasetSummary(
                dataset.name(), dataset.synthetic(), dataset.train().count(), kind(dataset));
    }

    private static SampleKind kind(Dataset dataset) {
        Shape shape = dataset.sampleShape();
        return switch (shape.rank()) {
            case 3 -> new SampleKind.Image(shape.dimension(0), shape.dimension(1), shape.dimension(2), 0, WHITE);
            case 2 -> new SampleKind.Signal(shape.dimension(0), channels(dataset), dataset.rateHertz());
            default -> new SampleKind.Features(channels(dataset));
        };
    }

    private static List<SampleKind.Channel> channels(Dataset dataset) {
        List<String> units = List.of(dataset.unit().split(","));
        List<SampleKind.Channel> channels = new ArrayList<>();
        for (String name : dataset.channels()) {
            String unit = units.get(Math.min(channels.size(), units.size() - 1));
            channels.add(new SampleKind.Channel(name, unit.strip()));
        }
        return channels;
    }
}
