package dev.mote.trainer;

import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.Recipe;
import java.nio.file.Path;
import java.util.Optional;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.HistogramProto;
import org.tensorflow.proto.Summary;

/**
 * Curves and histograms of weights for TensorBoard, one event an epoch. Times are seconds of training, and the name has no host, so that the
 * file says nothing about where and when.
 */
public final class TensorBoardListener implements TrainingListener {
    private static final int BUCKETS = 30;

    private final Path folder;
    private Optional<EventFile> events = Optional.empty();
    private double seconds;

    /** @param folder that TensorBoard is pointed to */
    public TensorBoardListener(Path folder) {
        this.folder = folder;
    }

    /** TensorBoard looks for {@code tfevents} in names. */
    public static Path file(Path folder) {
        return folder.resolve("events.out.tfevents.mote");
    }

    @Override
    public void continues(int epochs, double secondsBefore) {
        seconds = secondsBefore;
        events = Optional.of(EventFile.open(file(folder), epochs + 1L));
    }

    @Override
    public void started(Recipe recipe, int trainingSamples, int validationSamples, int stepsPerEpoch) {
        events = events.or(() -> Optional.of(EventFile.open(file(folder), 1)));
    }

    @Override
    public void epochEnded(History.Epoch epoch, Weights weights) {
        seconds += epoch.seconds();
        Summary.Builder summary = Summary.newBuilder();
        add(summary, "", epoch.training());
        epoch.validation().ifPresent(metrics -> add(summary, "val_", metrics));
        scalar(summary, "learning_rate", epoch.learningRate());
        for (String name : weights.names()) {
            summary.addValue(Summary.Value.newBuilder().setTag(name).setHisto(histogram(weights.get(name))));
        }
        events.orElseThrow()
                .append(Event.newBuilder()
                        .setWallTime(seconds)
                        .setStep(epoch.number())
                        .setSummary(summary)
                        .build());
    }

    private static void add(Summary.Builder summary, String prefix, Metrics metrics) {
        scalar(summary, prefix + "loss", metrics.loss());
        metrics.accuracy().ifPresent(accuracy -> scalar(summary, prefix + "accuracy", accuracy));
    }

    private static void scalar(Summary.Builder summary, String tag, double value) {
        summary.addValue(Summary.Value.newBuilder().setTag(tag).setSimpleValue((float) value));
    }

    /** Buckets of one width between the least and the largest value; a bucket ends at its limit. */
    private static HistogramProto histogram(float[] values) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
            sum += value;
            squares += (double) value * value;
        }
        int[] counts = new int[BUCKETS];
        double width = (max - min) / BUCKETS;
        for (float value : values) {
            counts[width == 0 ? 0 : Math.min((int) ((value - min) / width), BUCKETS - 1)]++;
        }
        HistogramProto.Builder histogram = HistogramProto.newBuilder()
                .setMin(min)
                .setMax(max)
                .setNum(values.length)
                .setSum(sum)
                .setSumSquares(squares);
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            histogram.addBucketLimit(bucket == BUCKETS - 1 ? max : min + width * (bucket + 1));
            histogram.addBucket(counts[bucket]);
        }
        return histogram.build();
    }
}
