package dev.mote.trainer;

import dev.mote.model.frontend.Stage;
import dev.mote.trainer.recipe.StageOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Names of channels to their positions: {@link StageOptions} becomes {@link Stage}. */
final class PlaceStage {
    private PlaceStage() {}

    /** @throws IllegalArgumentException if no channel has such a name */
    static List<Stage> of(StageOptions options, List<String> channels) {
        return switch (options) {
            case StageOptions.Select select -> List.of(new Stage.Select(inOrder(select.channels(), channels)));
            case StageOptions.HighPass highPass ->
                List.of(new Stage.HighPass(highPass.cutoff(), sorted(highPass.channels(), channels), highPass.keep()));
            case StageOptions.LowPass lowPass ->
                List.of(new Stage.LowPass(lowPass.cutoff(), sorted(lowPass.channels(), channels), lowPass.keep()));
            case StageOptions.Magnitude magnitude -> magnitudes(magnitude, channels);
            case StageOptions.Difference difference ->
                List.of(new Stage.Difference(sorted(difference.channels(), channels)));
            case StageOptions.Compress compress -> List.of(new Stage.Compress(knees(compress, channels)));
            case StageOptions.Statistics statistics ->
                List.of(new Stage.Statistics(statistics.of(), sorted(statistics.channels(), channels)));
            case StageOptions.Spectrum spectrum ->
                List.of(new Stage.Spectrum(
                        spectrum.size(),
                        spectrum.bands(),
                        spectrum.peaks(),
                        spectrum.log(),
                        sorted(spectrum.channels(), channels)));
        };
    }

    private static List<Integer> positions(String name, List<String> channels) {
        List<Integer> found = IntStream.range(0, channels.size())
                .filter(c -> channels.get(c).startsWith(name))
                .boxed()
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "no channel begins with '" + name + "'; at this stage there are " + String.join(", ", channels));
        }
        return found;
    }

    /** Each once, where several names mean the same channel. */
    private static List<Integer> inOrder(List<String> names, List<String> channels) {
        return names.stream()
                .flatMap(name -> positions(name, channels).stream())
                .distinct()
                .toList();
    }

    private static List<Integer> sorted(List<String> names, List<String> channels) {
        return List.copyOf(new TreeSet<>(inOrder(names, channels)));
    }

    /** One after the other: each leaves less channels, in front of its own. */
    private static List<Stage> magnitudes(StageOptions.Magnitude magnitude, List<String> channels) {
        List<Stage> stages = new ArrayList<>();
        List<String> left = new ArrayList<>(channels);
        for (String name : magnitude.of()) {
            List<Integer> axes = positions(name, left);
            if (axes.size() > 3) {
                throw new IllegalArgumentException(
                        axes.size() + " channels begin with '" + name + "', expected 1 to 3, the axes of one sensor");
            }
            stages.add(new Stage.Magnitude(axes, magnitude.keep()));
            if (!magnitude.keep()) {
                axes.reversed().forEach(axis -> left.remove((int) axis));
            }
            // The magnitude itself: its name begins with none that a recipe would give.
            left.add("");
        }
        return stages;
    }

    private static List<Float> knees(StageOptions.Compress compress, List<String> channels) {
        Float[] knees = new Float[channels.size()];
        Arrays.fill(knees, 0f);
        for (Map.Entry<String, Double> entry : compress.knee().entrySet()) {
            for (int position : positions(entry.getKey(), channels)) {
                knees[position] = entry.getValue().floatValue();
            }
        }
        return List.of(knees);
    }
}
